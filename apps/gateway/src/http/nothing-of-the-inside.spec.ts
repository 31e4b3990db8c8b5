import { request } from 'undici';
import { malformedRequests, type MalformedRequest } from '../testing/malformed-requests';
import { secretOfTheInside } from '../testing/small-graph';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform';

const documents = [
  'query A($on: Boolean!) { providers @include(if: $on) }',
  'query B { viewer { id displayName cards } }',
  'query C { careless }',
  'query D($id: ID!) { viewer { id } account(id: $id) { id } }',
  '{ __schema { types { name } } }',
  'mutation E { touch }',
];

/** What would tell of the inside: places in the code, machines, databases, the words in which GraphQL.js names parts of a schema. */
const inside =
  /node_modules|\.[jt]s:\d|\bat \S+ \(|127\.0\.0\.1:\d|localhost:\d|ECONN|undici|fastify|FST_|SELECT|vault|10\.0\.0\.7|stack|did you mean|Cannot query field|Unknown (?:argument|type|field)|of type "|got invalid value|Unexpected (?:token|end)|Syntax Error/i;

let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform('production', {
    documents,
    env: { REQUESTS_PER_ADDRESS: '2000', REQUESTS_PER_ACCOUNT: '200' },
  });
});
afterAll(() => platform.stop());

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

async function send({ method, path, headers, body }: MalformedRequest): Promise<Answer> {
  const answer = await request(`${platform.url}${path}`, {
    method: method as 'POST',
    headers,
    ...(body === undefined ? {} : { body }),
  });
  return { status: answer.statusCode, type: String(answer.headers['content-type']), text: await answer.body.text() };
}

/** Words that the sender put in himself tell nothing; there must be none all the same but in data. */
function faultsOf({ status, type, text }: Answer): string[] {
  const { errors } = JSON.parse(text) as { errors?: { message: string; extensions: { code?: string } }[] };
  return [
    ...(inside.test(text) ? [`tells of the inside: ${inside.exec(text)?.[0]}`] : []),
    ...(status === 500 ? ['is a bug'] : []),
    ...(!/^application\/(graphql-response\+)?json; charset=utf-8$/.test(type) ? [`is ${type}`] : []),
    ...(status >= 400 && !errors?.length ? ['has no errors'] : []),
    ...(errors ?? []).flatMap(({ message, extensions }) =>
      message && /^[A-Z_]+$/.test(extensions.code ?? '') ? [] : ['has an error without words or code'],
    ),
  ];
}

describe('an answer in production', () => {
  it.each([
    ['every subgraph well', undefined],
    ['a subgraph that says too much', secretOfTheInside],
  ])(
    'to any of a thousand malformed requests (seed 20270301) tells nothing of the inside, with %s',
    async (_how, said) => {
      const seed = 20_270_301;
      platform.binding.misbehave(
        said === undefined
          ? undefined
          : (response) =>
              void response
                .writeHead(500)
                .end(
                  `{"errors":[{"message":"${said}","extensions":{"code":"${said}","url":"http://127.0.0.1:65001"}}]}`,
                ),
      );
      const requests = malformedRequests(documents, 1_000, seed);
      const faults: unknown[] = [];
      const codes = new Set<string>();
      for (let start = 0; start < requests.length; start += 20) {
        await Promise.all(
          requests.slice(start, start + 20).map(async (malformed) => {
            const answer = await send(malformed);
            for (const [, code] of answer.text.matchAll(/"code":"([A-Z_]+)"/g)) codes.add(code ?? '');
            const found = faultsOf(answer);
            if (found.length > 0) faults.push({ found, malformed, answer });
          }),
        );
      }
      expect(faults.slice(0, 3)).toEqual([]);
      for (const code of [
        'BAD_REQUEST',
        'DOCUMENT_REQUIRED',
        'PERSISTED_QUERY_NOT_SUPPORTED',
        'UNAUTHENTICATED',
        'BAD_USER_INPUT',
        'OPERATION_RESOLUTION_FAILURE',
        'GRAPHQL_VALIDATION_FAILED',
        'PERSISTED_QUERY_NOT_FOUND',
        'METHOD_NOT_ALLOWED',
        'UNSUPPORTED_MEDIA_TYPE',
      ])
        expect(codes).toContain(code);
    },
    60_000,
  );
});
