import { request } from 'undici';
import { hashOf } from '../door/documents/document-manifest';
import { startTestPlatform, testClient, type TestPlatform } from '../testing/test-platform';

const documents = {
  home: 'query Home { viewer { id displayName cards } }',
  touch: 'mutation Touch { touch }',
  careless: 'query Careless { careless providers }',
  expensive: 'query Expensive { expensive }',
  choice: 'query Choice($more: Boolean! = false) { viewer { id cards @include(if: $more) } }',
  two: 'query One { providers } query Two { viewer { id } }',
};

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform('production', { documents: Object.values(documents) });
});
afterAll(() => platform.stop());
afterEach(() => {
  platform.identity.misbehave(undefined);
  platform.binding.misbehave(undefined);
});

/** With this header, which means nothing in production, a request goes through the whole server. */
const theLongWay = { 'apollo-query-plan-experimental': '1' };

async function post(body: unknown, headers: Record<string, string>) {
  const client = { 'apollographql-client-name': testClient.app, 'apollographql-client-version': testClient.version };
  const answer = await request(`${platform.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...client, ...headers },
    body: JSON.stringify(body),
  });
  const { date: _date, 'retry-after': _seconds, ...answered } = answer.headers;
  return {
    status: answer.statusCode,
    headers: answered,
    body: (await answer.body.text()).replace(/"(at|correlationId)":"[^"]*"/g, '"$1":"…"'),
  };
}

async function waysOf(): Promise<Record<string, number>> {
  const text = await (await request(`${platform.url}/metrics`)).body.text();
  return Object.fromEntries(
    [...text.matchAll(/^gateway_operations_executed_total\{way="(\w+)".*\} (\d+)$/gm)].map(([, way = '', count]) => [
      way,
      Number(count),
    ]),
  );
}

/** Both ways answer the same, and the short one is taken where it should be. */
async function expectSame(body: unknown, headers: Record<string, string>, short: boolean) {
  const before = await waysOf();
  const answer = await post(body, headers);
  const after = await waysOf();
  expect(answer).toEqual(await post(body, { ...headers, ...theLongWay }));
  expect((after.known ?? 0) - (before.known ?? 0)).toBe(short ? 1 : 0);
  return answer;
}

describe('a registered operation', () => {
  it.each([
    ['by its text', { query: documents.home }],
    ['by its hash', { documentId: `sha256:${hashOf(documents.home)}` }],
    [
      'by its hash as Apollo names it',
      { extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(documents.home) } } },
    ],
    ['by its name', { query: documents.home, operationName: 'Home', variables: null, extensions: {} }],
    ['that is one of two', { query: documents.two, operationName: 'Two' }],
    ['with a variable', { query: documents.choice, variables: { more: true } }],
    ['with the default of a variable', { query: documents.choice, variables: {} }],
    ['that is a mutation', { query: documents.touch }],
    ['whose resolver fails', { query: documents.careless }],
  ])('is answered the short way as the long one would: %s', async (_how, body) => {
    expect((await expectSame(body, {}, true)).status).toBe(200);
  });

  it.each([
    ['with a variable of another type', { query: documents.choice, variables: { more: 'yes' } }],
    ['that costs too much', { query: documents.expensive }],
    ['of a name that is not in the document', { query: documents.home, operationName: 'Other' }],
    ['that is one of two and not named', { query: documents.two }],
    ['with variables that are a text', { query: documents.home, variables: '{}' }],
    ['with variables that are a list', { query: documents.home, variables: [] }],
    ['with extensions that are a number', { query: documents.home, extensions: 3 }],
    ['with a name that is a number', { query: documents.home, operationName: 3 }],
  ])('is left to the server: %s', async (_how, body) => {
    expect((await expectSame(body, {}, false)).status).toBe(400);
  });

  it.each([
    '*/*',
    'application/json',
    'application/json, */*',
    'application/graphql-response+json',
    'application/graphql-response+json, application/json',
    'application/graphql-response+json,application/json;q=0.9',
  ])('comes as the type that the server would choose for %s', async (accept) => {
    expect((await expectSame({ query: documents.home }, { accept }, true)).headers['content-type']).toContain(
      accept.startsWith('application/graphql') ? 'graphql-response' : 'application/json',
    );
  });

  it('is refused by the server to who accepts something else', async () => {
    expect((await expectSame({ query: documents.home }, { accept: 'text/html' }, false)).status).toBe(406);
  });

  it.each([
    ['breaks off', undefined],
    ['answers no JSON', '<html>'],
    ['answers errors without data', '{"errors":[{"message":"no","extensions":{"code":"NOT_FOUND"}}]}'],
    [
      'wants another status',
      '{"errors":[{"message":"no","extensions":{"code":"NOT_FOUND","http":{"status":418}}}],"data":null}',
    ],
    ['answers other entities', '{"data":{"_entities":[]}}'],
    ['answers null', '{"data":{"_entities":[null]}}'],
    ['answers what does not fit', '{"data":{"_entities":[{"cards":[1,{}]}]}}'],
  ])('is answered the same where a subgraph %s', async (_how, text) => {
    platform.binding.misbehave((response) =>
      text === undefined ? response.destroy() : response.setHeader('content-type', 'application/json').end(text),
    );
    await expectSame({ query: documents.home }, {}, true);
  });
});
