import { request } from 'undici';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const json = { 'content-type': 'application/json' };

interface Sent {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

async function send({ method = 'POST', path = '/graphql', headers = {}, body = '{"query":"{ providers }"}' }: Sent) {
  const answer = await request(`${platform.url}${path}`, {
    method,
    headers: { ...json, ...headers },
    ...(method === 'GET' ? {} : { body }),
  });
  const { errors, data } = (await answer.body.json()) as {
    data?: unknown;
    errors?: { message: string; extensions: Record<string, unknown> }[];
  };
  const { message, extensions } = errors?.[0] ?? {};
  return { status: answer.statusCode, headers: answer.headers, message, extensions, data };
}

const graphqlResponse = 'application/graphql-response+json';

describe('the status of a document that is wrong', () => {
  it.each([
    [undefined, 400, 'application/json'],
    ['*/*', 400, 'application/json'],
    ['application/json', 200, 'application/json'],
    ['application/json, text/plain, */*', 200, 'application/json'],
    [`application/json;q=0.9, ${graphqlResponse}`, 400, graphqlResponse],
    [`${graphqlResponse}, application/json;q=0.9`, 400, graphqlResponse],
    [`${graphqlResponse};q=0.1, application/json`, 200, 'application/json'],
    [`application/json;q=0, ${graphqlResponse}`, 400, graphqlResponse],
    ['application/json; charset=utf-8', 200, 'application/json'],
    [`${graphqlResponse};charset="UTF-8", application/json;charset=utf8;q=0.5`, 400, graphqlResponse],
    ['application/*', 400, 'application/json'],
    ['text/html, application/json;q=0.5', 200, 'application/json'],
  ])('is that of the type which is accepted most: %s', async (accept, status, type) => {
    const headers: Record<string, string> = accept === undefined ? {} : { accept };
    for (const query of ['{ nonsense', '{ nonsense }']) {
      const answer = await send({ headers, body: JSON.stringify({ query }) });
      expect([answer.status, answer.headers['content-type']]).toEqual([status, `${type}; charset=utf-8`]);
    }
    const refused = await send({ headers: { ...headers, authorization: 'Bearer nonsense' } });
    expect([refused.status, refused.headers['content-type'], refused.headers['www-authenticate']]).toEqual([
      401,
      `${type}; charset=utf-8`,
      'Bearer',
    ]);
  });
});

describe('a request that cannot be read or answered', () => {
  it.each<[string, Sent, number, string, string?]>([
    ['another type', { headers: { 'content-type': 'text/plain' } }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    [
      'another charset',
      { headers: { 'content-type': 'application/json; charset=utf-16' } },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'one in quotes',
      { headers: { 'content-type': 'application/json;charset="latin1"' } },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['a type like it', { headers: { 'content-type': 'application/json-patch+json' } }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['a packed body', { headers: { 'content-encoding': 'gzip' } }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['nothing of ours accepted', { headers: { accept: 'text/html' } }, 406, 'NOT_ACCEPTABLE'],
    ['nothing of ours accepted, by its weight', { headers: { accept: 'application/*;q=0' } }, 406, 'NOT_ACCEPTABLE'],
    ['another method', { method: 'PUT' }, 405, 'METHOD_NOT_ALLOWED'],
    ['another address', { path: '/nope' }, 404, 'NOT_FOUND'],
    ['broken JSON', { body: '{"query":' }, 400, 'BAD_REQUEST', 'BODY'],
    ['no JSON at all', { body: Buffer.from([0xff, 0xfe, 0x7b]) }, 400, 'BAD_REQUEST', 'BODY'],
    ['no body', { body: '' }, 400, 'BAD_REQUEST', 'BODY'],
    ['a number', { body: '5' }, 400, 'BAD_REQUEST', 'object'],
    ['no document', { body: '{}' }, 400, 'BAD_REQUEST', 'documentId'],
    [
      'variables that are a list',
      { body: '{"query":"{ providers }","variables":[]}' },
      400,
      'BAD_REQUEST',
      'variables',
    ],
    [
      'a name that is a number',
      { body: '{"query":"{ providers }","operationName":1}' },
      400,
      'BAD_REQUEST',
      'operationName',
    ],
    [
      'extensions that are a text',
      { body: '{"query":"{ providers }","extensions":"{}"}' },
      400,
      'BAD_REQUEST',
      'extensions',
    ],
    [
      'too much',
      { body: JSON.stringify({ query: '{ providers }', variables: { x: 'y'.repeat(300_000) } }) },
      413,
      'BODY_TOO_LARGE',
    ],
  ])(
    'is refused with words in the language of who asks, English to who names none: %s',
    async (_what, sent, status, code, because = '') => {
      const before = platform.binding.seen.length;
      for (const [language, words] of [
        [undefined, /^[\x20-\x7e]+$/],
        ['fr', /^[\x20-\x7e]+$/],
        ['en-GB', /^[\x20-\x7e]+$/],
        ['zh-CN,zh;q=0.9,en;q=0.8', /[\u4e00-\u9fff]/],
      ] as const) {
        const headers = { ...sent.headers, ...(language ? { 'accept-language': language } : {}) };
        const answer = await send({ ...sent, headers });
        expect(answer).toMatchObject({
          status,
          message: expect.stringMatching(words),
          extensions: { code, remedies: code === 'BODY_TOO_LARGE' ? [{ code: 'AskForLess' }] : [] },
        });
        if (because)
          expect(answer.extensions?.reason).toMatch(
            language?.startsWith('zh') ? /[\u4e00-\u9fff]|JSON/ : new RegExp(because, 'i'),
          );
      }
      expect(platform.binding.seen).toHaveLength(before);
    },
  );

  it('does not have its mutation done before it is told that it cannot be answered', async () => {
    const before = platform.identity.seen.length;
    const answer = await send({ headers: { accept: 'text/html' }, body: '{"query":"mutation { touch }"}' });
    expect([answer.status, platform.identity.seen.length]).toEqual([406, before]);
  });

  it.each([
    'application/json',
    'application/json; charset=UTF-8',
    'Application/JSON;charset="utf-8"',
    'application/json; q=1',
  ])('is none that says %s', async (type) => {
    expect(await send({ headers: { 'content-type': type } })).toMatchObject({ status: 200 });
  });

  it('takes what is empty for what is not there, posted and got', async () => {
    const body =
      '{"query":"query A { providers }","operationName":"","variables":null,"extensions":null,"documentId":""}';
    expect(await send({ body })).toMatchObject({ status: 200, data: { providers: ['seaside-bank'] } });
    const path = '/graphql?query=query%20A%7Bproviders%7D&operationName=&variables=&extensions=&documentId=';
    expect(await send({ method: 'GET', path })).toMatchObject({ status: 200, data: { providers: ['seaside-bank'] } });
    expect(await send({ method: 'GET', path: path.replace('variables=', 'variables=%5B%5D') })).toMatchObject({
      status: 400,
      extensions: { code: 'BAD_REQUEST' },
    });
  });

  it('says of null where it may not stand that the variables are wrong, and logs no bug', async () => {
    const body = JSON.stringify({
      query: 'query ($x: Boolean = true) { providers @include(if: $x) }',
      variables: { x: null },
    });
    const { status, extensions, message } = await send({ body });
    expect({ status, extensions }).toEqual({
      status: 400,
      extensions: {
        code: 'BAD_USER_INPUT',
        remedies: [{ kind: 'CORRECT_INPUT', code: 'CorrectInput', title: 'Correct what you entered' }],
      },
    });
    expect(message).toContain('$x');
  });

  it.each([
    ['en', 'Name one operation of the document'],
    ['zh-CN', '请指明文档中的一个操作'],
  ])('asks in %s for the name of one of several operations', async (locale, words) => {
    const query = 'query A { providers } query B { providers }';
    const headers = { ...json, 'accept-language': locale };
    for (const name of [undefined, 'C']) {
      const body = JSON.stringify({ query, operationName: name });
      const { status, message } = await send({ body, headers });
      expect({ status, message }).toEqual({ status: 400, message: expect.stringContaining(words) });
    }
  });
});

describe('an answer in parts that do not fit', () => {
  it('has an error with its place, and no extension of the inside', async () => {
    platform.binding.misbehave((response) =>
      response.setHeader('content-type', 'application/json').end('{"data":{"_entities":[{"cards":[1,{}]}]}}'),
    );
    const answer = await platform.ask('{ viewer { id cards } }');
    platform.binding.misbehave(undefined);
    expect(answer).toMatchObject({ data: { viewer: { id: 'account_1' } } });
    expect(answer).not.toHaveProperty('extensions');
    expect(answer.errors?.[0]).toMatchObject({
      path: ['viewer', 'cards', 0],
      extensions: { code: 'INTERNAL_SERVER_ERROR', correlationId: expect.any(String) },
    });
    expect(answer.text).not.toMatch(/valueCompletion|serviceName|stack|INVALID_GRAPHQL/);
  });
});
