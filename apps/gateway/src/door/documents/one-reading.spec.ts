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

/** Sends the request line as it is: clients that build addresses would put it right. */
async function send(target: string, { method = 'GET', body = '' }: Sent = {}) {
  const socket = connect(Number(new URL(platform.url).port), '127.0.0.1');
  await once(socket, 'connect');
  const headers = [
    'host: gateway',
    'connection: close',
    'apollo-require-preflight: yes',
    `apollographql-client-name: ${testClient.app}`,
    `apollographql-client-version: ${testClient.version}`,
    ...(body ? ['content-type: application/json; charset=utf-16', `content-length: ${Buffer.byteLength(body)}`] : []),
  ];
  socket.write(`${method} ${target} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n${body}`);
  const answer = await text(socket);
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
    ['an address with its host', `http://gateway/graphql?query=${registeredText}`, answered],
    ['a host with a text', `http://gateway?query=${strangerText}/graphql?query=${registeredText}`, { status: 404 }],
    ['a text twice', `/graphql?query=${registeredText}&query=${strangerText}`, badRequest],
    ['a text twice and its hash', `/graphql?query=${strangerText}&documentId=${hashOf(registered)}&query=`, badRequest],
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
    ['a text that is none and a hash', JSON.stringify({ query: [stranger], documentId: hashOf(registered) }), answered],
  ])('posted with %s', async (_what, body, answer) => {
    expect(await send(`/graphql?query=${strangerText}`, { method: 'POST', body })).toMatchObject(answer);
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
