import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { watchChanges, type LiveEvent } from './watch-changes';

describe('watching for changes', () => {
  let server: Server;
  let url: string;
  let asked: IncomingMessage['headers'][];
  let answers: ((response: ServerResponse) => void)[];
  let stop: AbortController;
  let tokens: (string | undefined)[];
  beforeEach(async () => {
    [asked, stop, tokens] = [[], new AbortController(), []];
    server = createServer((request, response) => {
      asked.push(request.headers);
      (answers.shift() ?? ((last: ServerResponse) => void last.writeHead(503).end()))(response);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`;
  });
  afterEach(async () => {
    stop.abort();
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });

  const frame = (id: string, event: string, data: object = {}) =>
    `retry: 5\nid: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
  const change = (id: string) =>
    frame(id, 'change', { changes: [{ kind: 'CARD', id: `card_${id}` }], at: '2026-01-01T00:00:00Z' });
  const end = (reason: string) => `retry: 5\nevent: end\ndata: {"reason":"${reason}"}\n\n`;
  const stream =
    (...frames: string[]) =>
    (response: ServerResponse) =>
      void response.writeHead(200, { 'content-type': 'text/event-stream' }).end(frames.join(''));
  const refuse = (response: ServerResponse) => void response.writeHead(401).end();

  /** All that is told until nothing more comes. */
  async function watchAll(fresh: (string | undefined)[] = ['a', 'b', 'c', 'd']): Promise<string[]> {
    const told: LiveEvent[] = [];
    const accessToken = async (refused: string | undefined) => {
      tokens.push(refused);
      return refused === undefined ? (fresh[0] ?? undefined) : (fresh.shift(), fresh[0]);
    };
    for await (const event of watchChanges({ url, accessToken, signal: stop.signal })) told.push(event);
    return told.map((event) =>
      event.type === 'CHANGED'
        ? event.changes.map(({ id }) => id).join()
        : event.type === 'ENDED'
          ? event.reason
          : event.type,
    );
  }

  it('comes back after a cut and after the gateway stopped, and says where it was', async () => {
    answers = [
      stream(frame('0', 'alive'), change('1')),
      (response) => response.destroy(),
      stream(change('2'), end('CLOSING')),
      stream(frame('3', 'alive'), end('SESSION_ENDED')),
    ];
    expect(await watchAll()).toEqual(['card_1', 'card_2', 'SESSION_ENDED']);
    expect(asked.map((headers) => headers['last-event-id'])).toEqual([undefined, '1', '1', '2']);
    expect(asked[0]?.authorization).toBe('Bearer a');
  });

  it('tells when everything has to be read again', async () => {
    answers = [stream(frame('1', 'reset'), end('REPLACED'))];
    expect(await watchAll()).toEqual(['RESET', 'REPLACED']);
  });

  it('asks for a new token when the old one ended, or is refused, and goes on with it', async () => {
    answers = [
      stream(change('1'), end('TOKEN_EXPIRED')),
      stream(change('2')),
      refuse,
      stream(change('3'), end('SESSION_ENDED')),
    ];
    expect(await watchAll()).toEqual(['card_1', 'card_2', 'card_3', 'SESSION_ENDED']);
    expect(tokens).toEqual([undefined, 'a', undefined, 'b']);
  });

  it('gives up when a new token is refused too, or there is none', async () => {
    answers = [refuse, refuse];
    expect(await watchAll()).toEqual(['UNAUTHENTICATED']);
    answers = [refuse];
    expect(await watchAll(['a', undefined])).toEqual(['UNAUTHENTICATED']);
  });

  it('ends without a word when nobody wants to hear more', async () => {
    answers = [(response) => void response.writeHead(200).write(change('1'))];
    const told: LiveEvent[] = [];
    for await (const event of watchChanges({ url, accessToken: async () => 'a', signal: stop.signal })) {
      told.push(event);
      stop.abort();
    }
    expect(told).toHaveLength(1);
  });
});
