import { itIsCheckedAgainst } from '@bindery/testing';
import { testClient, startTestPlatform, type TestPlatform } from '../testing/test-platform';
import { requestLimits } from './request-limits';

let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const json = { 'content-type': 'application/json' };

/** Sends a body as it is; answers status, headers and the first error. */
async function post(body: string, headers: Record<string, string> = json) {
  const response = await fetch(`${platform.url}/graphql`, { method: 'POST', headers, body });
  const { errors = [] } = (await response.json()) as {
    errors?: { message: string; extensions: Record<string, unknown> }[];
  };
  return { status: response.status, headers: response.headers, errors, extensions: errors[0]?.extensions };
}

const deep = (depth: number): string => (depth === 0 ? 'id' : `viewer { ${deep(depth - 1)} }`);

describe('a limit of the door', () => {
  itIsCheckedAgainst('@apollo/server', '5.5.1', 'the words of its errors (http/own-code.ts)');

  it.each<[string, string, string, number, number?]>([
    [
      'root fields',
      JSON.stringify({ query: `{ ${Array.from({ length: 6 }, (_, index) => `b${index}: __typename`).join(' ')} }` }),
      'TOO_MANY_ROOT_FIELDS',
      requestLimits.rootFields,
    ],
    ['depth', JSON.stringify({ query: `{ ${deep(13)} }` }), 'TOO_DEEP', requestLimits.depth],
    [
      'tokens',
      JSON.stringify({ query: `{ ${'id '.repeat(requestLimits.tokens)} }` }),
      'TOO_MANY_TOKENS',
      requestLimits.tokens,
    ],
    [
      'body',
      JSON.stringify({ query: '{ __typename }', variables: { padding: 'x'.repeat(requestLimits.bodyBytes) } }),
      'BODY_TOO_LARGE',
      requestLimits.bodyBytes,
      413,
    ],
    [
      'characters',
      JSON.stringify({ query: `{ __typename } ${'#\n'.repeat(requestLimits.documentCharacters / 2)}` }),
      'DOCUMENT_TOO_LARGE',
      requestLimits.documentCharacters,
    ],
    [
      'fields',
      JSON.stringify({
        query: `{ viewer { ${Array.from({ length: 300 }, (_, index) => `a${index}: id`).join(' ')} } }`,
      }),
      'TOO_MANY_SELECTIONS',
      requestLimits.selections,
    ],
    [
      'the same fields',
      JSON.stringify({ query: `{ viewer { ${'x: viewer { id } '.repeat(46)} } }` }),
      'TOO_MANY_REPEATS',
      requestLimits.equalPairs,
    ],
    ['operations', JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }]), 'BATCHING_OFF', 1],
    ['cost', JSON.stringify({ query: '{ expensive }' }), 'TOO_COSTLY', requestLimits.cost],
  ])(
    'of %s is refused with its code and the number allowed, in both languages',
    async (_what, body, code, limit, refusedWith = 400) => {
      for (const [language, words] of [
        ['en', /^[\x20-\x7e]+$/],
        ['zh-CN', /[\u4e00-\u9fff]/],
      ] as const) {
        const { status, errors } = await post(body, { ...json, 'accept-language': language });
        expect({ status, errors: errors.filter(({ extensions }) => extensions.code === code) }).toMatchObject({
          status: refusedWith,
          errors: [
            {
              message: expect.stringMatching(words),
              extensions: { code, limit, remedies: [{ kind: 'ASK_FOR_LESS', title: expect.stringMatching(words) }] },
            },
          ],
        });
      }
    },
  );

  it('of errors ends the list of mistakes', async () => {
    const { errors } = await post(
      JSON.stringify({ query: `{ viewer { ${Array.from({ length: 50 }, (_, index) => `no${index}`).join(' ')} } }` }),
    );
    expect(errors).toHaveLength(requestLimits.reportedErrors + 1);
    expect(errors.at(-1)?.extensions).toEqual({
      code: 'TOO_MANY_ERRORS',
      limit: requestLimits.reportedErrors,
      remedies: [],
    });
  });

  it('is counted by its code', async () => {
    const metrics = await (await fetch(`${platform.opsUrl}/metrics`)).text();
    expect(metrics).toMatch(/gateway_refusals_total\{code="TOO_DEEP",service="gateway"\} [1-9]/);
  });
});

describe('a request from a page of another origin', () => {
  const query = JSON.stringify({ query: '{ providers }' });

  it.each([
    ['text/plain', 'UNSUPPORTED_MEDIA_TYPE', 415],
    ['application/x-www-form-urlencoded', 'UNSUPPORTED_MEDIA_TYPE', 415],
    ['multipart/form-data; boundary=x', 'UNSUPPORTED_MEDIA_TYPE', 415],
  ])('that a browser sends without asking first is refused: %s', async (type, code, status) => {
    const before = platform.binding.seen.length;
    expect(await post(query, { 'content-type': type })).toMatchObject({ status, extensions: { code } });
    expect(platform.binding.seen).toHaveLength(before);
  });

  it('without a content type, or as a link, is refused', async () => {
    const link = await fetch(`${platform.url}/graphql?query=%7Bproviders%7D`);
    expect([link.status, await link.json()]).toMatchObject([
      400,
      { errors: [{ extensions: { code: 'CSRF_PREVENTED' } }] },
    ]);
    const meant = await fetch(`${platform.url}/graphql?query=%7Bproviders%7D`, {
      headers: { 'apollo-require-preflight': 'yes' },
    });
    expect(await meant.json()).toEqual({ data: { providers: ['seaside-bank'] } });
  });

  it('is never told that it may read the answer', async () => {
    const origin = { origin: 'https://evil.example' };
    const preflight = await fetch(`${platform.url}/graphql`, {
      method: 'OPTIONS',
      headers: { ...origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
    });
    expect([preflight.status, preflight.headers.get('allow')]).toEqual([405, 'GET, POST']);
    for (const { headers } of [preflight, await post(query, { ...json, ...origin })])
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('a request in a form that is not spoken here', () => {
  it('is told which is: for the answer, for a body that a query in the address cannot have', async () => {
    expect(await post('{"query":"{ __typename }"}', { ...json, accept: 'text/html' })).toMatchObject({
      status: 406,
      extensions: { code: 'NOT_ACCEPTABLE' },
    });
    const response = await fetch(`${platform.url}/graphql?query=%7B__typename%7D`, {
      headers: { 'apollo-require-preflight': 'yes', 'content-type': 'text/csv' },
    });
    expect([response.status, await response.json()]).toMatchObject([
      415,
      { errors: [{ extensions: { code: 'UNSUPPORTED_MEDIA_TYPE' } }] },
    ]);
  });
});

describe('variables', () => {
  it.each(['[', '{"a":'])(
    'nested as deep as a body can hold are the client’s mistake, and cost nobody else his answer: %s',
    async (open) => {
      const depth = 9_000;
      const nested = open.repeat(depth) + '1' + (open === '[' ? ']' : '}').repeat(depth);
      expect(
        await post(`{"query":"query A($on: Boolean!) { providers @include(if: $on) }","variables":{"on":${nested}}}`),
      ).toMatchObject({ status: 400 });
      expect(await post('{"query":"{ providers }"}')).toMatchObject({ status: 200 });
    },
  );
});

describe('any answer', () => {
  it.each(['{ providers }', '{ nonsense', '{ expensive }'])(
    'is kept by nobody and read as nothing else: %s',
    async (query) => {
      const { headers } = await post(JSON.stringify({ query }));
      expect([headers.get('cache-control'), headers.get('x-content-type-options')]).toEqual([
        expect.stringMatching(/^no-store\b/),
        'nosniff',
      ]);
    },
  );
});

describe('a mutation', () => {
  it('is not done by GET', async () => {
    const response = await fetch(`${platform.url}/graphql?query=mutation%7Btouch%7D`, {
      headers: { 'apollo-require-preflight': 'yes', 'apollographql-client-name': testClient.app },
    });
    expect([response.status, response.headers.get('allow'), await response.json()]).toMatchObject([
      405,
      'POST',
      { errors: [{ extensions: { code: 'METHOD_NOT_ALLOWED' } }] },
    ]);
  });
});
