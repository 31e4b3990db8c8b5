import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { eventually } from '@bindery/testing';
import { startTestPlatform, testClient, type TestPlatform } from '../../testing/test-platform';
import { hashOf } from './document-manifest';

const registered = 'query Providers { providers }';
const stranger = 'query Stranger { a: providers b: providers }';
const [registeredText, strangerText] = [registered, stranger].map(encodeURIComponent) as [string, string];
const unknownHash = encodeURIComponent(
  JSON.stringify({ persistedQuery: { version: 1, sha256Hash: hashOf(stranger) } }),
);

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform('production', { documents: [registered] });
});
afterAll(() => platform.stop());

interface Sent {
  readonly method?: string;
  readonly body?: string;
}

const asClient = [
  'host: gateway',
  'apollo-require-preflight: yes',
  `apollographql-client-name: ${testClient.app}`,
  `apollographql-client-version: ${testClient.version}`,
];

/** Sends bytes as they are, and answers all that comes until the connection ends. */
async function exchange(sent: string) {
  const socket = connect(Number(new URL(platform.url).port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write(sent);
  return text(socket);
}

/** Sends the request line as it is: clients that build addresses would put it right. */
async function send(target: string, { method = 'GET', body = '' }: Sent = {}) {
  const headers = [
    ...asClient,
    'connection: close',
    ...(body ? ['content-type: application/json; charset=UTF-8', `content-length: ${Buffer.byteLength(body)}`] : []),
  ];
  const answer = await exchange(`${method} ${target} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n${body}`);
  const { data, errors } = JSON.parse(answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1)) as {
    data?: unknown;
    errors?: { extensions: { code: string } }[];
  };
  return { status: Number(answer.split(' ')[1]), ...(data ? { data } : { code: errors?.[0]?.extensions.code }) };
}

const answered = { status: 200, data: { providers: ['seaside-bank'] } };
const badRequest = { status: 400, code: 'BAD_REQUEST' };
const unregistered = { status: 400, code: 'DOCUMENT_REQUIRED' };

describe('a request is read once, for the door and for the server', () => {
  it.each([
    ['a text behind #', `/graphql#?query=${strangerText}`, badRequest],
    ['a text behind # and another before it', `/graphql?query=${registeredText}#&query=${strangerText}`, badRequest],
    ['a hash behind #', `/graphql#?extensions=${unknownHash}`, badRequest],
    ['# and nothing behind it', `/graphql?query=${registeredText}#`, badRequest],
    ['an address with its host', `http://gateway/graphql?query=${registeredText}`, badRequest],
    ['a host with a text', `http://gateway?query=${strangerText}/graphql?query=${registeredText}`, { status: 404 }],
    ['a text twice', `/graphql?query=${registeredText}&query=${strangerText}`, badRequest],
    ['a text twice and its hash', `/graphql?query=${strangerText}&documentId=${hashOf(registered)}&query=`, badRequest],
    ['two question marks', `/graphql??query=${registeredText}`, badRequest],
    ['a second question mark', `/graphql?x=1?query=${strangerText}`, badRequest],
    ['a second question mark behind a text', `/graphql?query=${registeredText}&x=?query=${strangerText}`, answered],
    ['# that is escaped', `/graphql%23?query=${strangerText}`, { status: 404, code: 'NOT_FOUND' }],
    ['# that is escaped in a parameter', `/graphql?query=${registeredText}%23`, unregistered],
    ['an escaped ?', `/graphql%3Fquery=${strangerText}`, { status: 404, code: 'NOT_FOUND' }],
    ['two slashes before it', `//graphql?query=${registeredText}`, { status: 404, code: 'NOT_FOUND' }],
    ['a slash behind it', `/graphql/?query=${registeredText}`, { status: 404, code: 'NOT_FOUND' }],
    ['another case', `/GraphQL?query=${registeredText}`, { status: 404, code: 'NOT_FOUND' }],
    ['a way about', `/x/../graphql?query=${registeredText}`, { status: 404, code: 'NOT_FOUND' }],
    ['an escape that is none', `/graphql%zz?query=${registeredText}`, badRequest],
    ['an escaped letter', `/%67raphql?query=${registeredText}`, badRequest],
    ['a parameter in another case', `/graphql?Query=${registeredText}`, badRequest],
    ['a parameter as a list', `/graphql?query[]=${registeredText}`, badRequest],
    ['a text behind a NUL', `/graphql?query=${registeredText}%00&query=${strangerText}`, badRequest],
    ['an address with its host and #', `http://gateway/graphql#?query=${strangerText}`, badRequest],
    ['an address with its host and a text of others', `http://gateway/graphql?query=${strangerText}`, badRequest],
    ['a hash beside an empty text', `/graphql?query=&documentId=${hashOf(registered)}`, answered],
    ['an empty name', `/graphql?query=${registeredText}&operationName=&variables=&extensions=`, answered],
    ['a name twice', `/graphql?query=${registeredText}&operationName=Providers&operationName=Other`, badRequest],
    ['a name of the parameter that is escaped', `/graphql?%71uery=${strangerText}`, unregistered],
    ['the escaped name besides', `/graphql?query=${registeredText}&%71uery=${strangerText}`, badRequest],
    ['a text after a semicolon', `/graphql;query=${strangerText}?query=${registeredText}`, { status: 404 }],
    [
      'what is named by nothing',
      `/graphql?extensions=${encodeURIComponent('{"persistedQuery":{"version":1}}')}`,
      badRequest,
    ],
  ])('got with %s', async (_what, target, answer) => {
    expect(await send(target)).toMatchObject(answer);
  });

  it.each([
    [
      'a text twice: the last counts',
      `{"query":${JSON.stringify(stranger)},"query":${JSON.stringify(registered)}}`,
      answered,
    ],
    [
      'a text twice, the last unknown',
      `{"query":${JSON.stringify(registered)},"query":${JSON.stringify(stranger)}}`,
      unregistered,
    ],
    ['a text of the address besides', JSON.stringify({ query: registered }), answered],
    ['what is named by nothing', '{"extensions":{"persistedQuery":{"version":1}}}', badRequest],
    [
      'a text that is none and a hash',
      JSON.stringify({ query: [stranger], documentId: hashOf(registered) }),
      badRequest,
    ],
    [
      'two hashes',
      JSON.stringify({
        documentId: hashOf(registered),
        extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(stranger) } },
      }),
      badRequest,
    ],
    ['names of another case', JSON.stringify({ Query: registered, QUERY: stranger }), badRequest],
    ['a hash beside an empty text', JSON.stringify({ query: '', documentId: hashOf(registered) }), answered],
    ['what every object has', '{"query":null,"toString":1}', badRequest],
    ['a prototype', `{"__proto__":{"query":${JSON.stringify(registered)}}}`, badRequest],
  ])('posted with %s', async (_what, body, answer) => {
    expect(await send(`/graphql?query=${strangerText}`, { method: 'POST', body })).toMatchObject(answer);
  });

  it('two on one connection, one behind the other, are two', async () => {
    const answers = await exchange(
      `GET /graphql?query=${registeredText} HTTP/1.1\r\n${[...asClient, 'connection: keep-alive'].join('\r\n')}\r\n\r\n` +
        `GET /graphql?query=${strangerText} HTTP/1.1\r\n${[...asClient, 'connection: close'].join('\r\n')}\r\n\r\n`,
    );
    const statuses = [...answers.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status]) => status);
    expect(statuses).toEqual(['200', '400']);
    expect(answers).toContain('DOCUMENT_REQUIRED');
  });

  it('a body that a GET brings is not one of its parts', async () => {
    const body = JSON.stringify({ query: stranger });
    expect(await send(`/graphql?query=${registeredText}`, { body })).toEqual(answered);
    expect(await send('/graphql', { body })).toMatchObject(badRequest);
  });

  it.each([['PROPFIND'], ['REPORT'], ['PUT'], ['DELETE'], ['PATCH'], ['OPTIONS'], ['TRACE']])(
    '%s is no way to ask, whatever comes with it',
    async (method) => {
      const body = method === 'TRACE' ? '' : '{ no JSON';
      expect(await send(`/graphql?query=${registeredText}`, { method, body })).toEqual({
        status: 405,
        code: 'METHOD_NOT_ALLOWED',
      });
    },
  );

  it.each(['QUERIES', 'get', 'CONNECT'])('%s is none that HTTP has for this, and does nothing', async (method) => {
    const before = platform.binding.seen.length;
    expect(await exchange(`${method} /graphql?query=${registeredText} HTTP/1.1\r\nhost: a\r\n\r\n`)).not.toContain(
      '200',
    );
    expect(platform.binding.seen).toHaveLength(before);
  });

  it('HEAD neither, and has no body', async () => {
    const answer = await exchange(
      `HEAD /graphql?query=${registeredText} HTTP/1.1\r\n${[...asClient, 'connection: close'].join('\r\n')}\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 405 [^]*\r\nallow: GET, POST\r\n[^]*\r\n\r\n$/i);
  });

  it('during maintenance too: nothing behind # hides an operation that is closed', async () => {
    const now = Date.now();
    const window = {
      from: new Date(now - 60_000).toISOString(),
      until: new Date(now + 600_000).toISOString(),
      closed: 'EVERYTHING',
      letThrough: ['providers'],
    };
    await writeFile(platform.clientAppsFile, JSON.stringify({ maintenance: [window] }));
    const closed = `/graphql?query=${encodeURIComponent('{viewer{__typename}}')}`;
    await eventually(async () => expect(await send(closed)).toMatchObject({ status: 503, code: 'MAINTENANCE' }), {
      withinMs: 10_000,
    });
    expect(await send(`/graphql?query=${registeredText}`)).toEqual(answered);
    expect(await send(closed.replace('?', `#query=${registeredText}&x=?`))).toEqual(badRequest);
  });
});
