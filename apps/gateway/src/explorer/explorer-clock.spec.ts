import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { addExplorerClock } from './explorer-clock';

const portOf = (server: Server) => (server.address() as AddressInfo).port;

describe('the clock of the explorer', () => {
  const moves: unknown[] = [];
  let clock: Server;
  let app: FastifyInstance;

  beforeAll(async () => {
    clock = createServer(async (asked, answer) => {
      let text = '';
      for await (const chunk of asked) text += String(chunk);
      if (asked.method === 'POST') moves.push(JSON.parse(text));
      const refused = text.includes('PT0S');
      answer.writeHead(refused ? 422 : 200).end(JSON.stringify(refused ? { code: 'CLOCK_BACKWARDS' } : { now: 'now' }));
    });
    await new Promise<void>((resolve) => clock.listen(0, '127.0.0.1', resolve));
    // As where TRUST_PROXY names a proxy of this machine.
    app = Fastify({ trustProxy: ['127.0.0.1'] });
    addExplorerClock(app, `http://127.0.0.1:${portOf(clock)}`);
    await app.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(async () => {
    await app.close();
    clock.closeAllConnections();
    await new Promise((resolve) => clock.close(resolve));
  });
  beforeEach(() => void moves.splice(0));

  const ask = (method: string, headers: Record<string, string> = {}, body?: object) =>
    new Promise<{ status: number | undefined; body: unknown }>((resolve, reject) => {
      const url = `http://127.0.0.1:${portOf(app.server)}/explorer/clock`;
      const asked = request(url, { method, headers: { 'content-type': 'application/json', ...headers } }, (answer) => {
        let text = '';
        answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
        answer.on('end', () => resolve({ status: answer.statusCode, body: JSON.parse(text) }));
      });
      asked.on('error', reject).end(body && JSON.stringify(body));
    });

  it('is the sandbox’s: told and moved as that answers', async () => {
    expect(await ask('GET')).toEqual({ status: 200, body: { now: 'now' } });
    expect(await ask('POST', { 'sec-fetch-site': 'same-origin' }, { advance: 'P1D' })).toMatchObject({ status: 200 });
    expect(await ask('POST', {}, { advance: 'PT0S' })).toEqual({ status: 422, body: { code: 'CLOCK_BACKWARDS' } });
    expect(moves).toEqual([{ advance: 'P1D' }, { advance: 'PT0S' }]);
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour of the same site', { 'sec-fetch-site': 'same-site' }],
    ['a page that only its origin tells of', { origin: 'http://evil.example' }],
    ['a name that was pointed here', { host: 'evil.example:4000' }],
    ['one that says it was another name', { host: 'evil.example:4000', 'x-forwarded-host': 'localhost' }],
    ['somewhere behind a proxy of this machine', { 'x-forwarded-for': '203.0.113.7' }],
  ])('is not moved from %s', async (_whence, headers) => {
    expect(await ask('POST', headers, { advance: 'P1D' })).toMatchObject({ status: 403, body: { code: 'OTHER_SITE' } });
    expect(moves).toEqual([]);
  });

  it('is not there outside a sandbox', async () => {
    const without = Fastify();
    addExplorerClock(without, undefined);
    expect((await without.inject('/explorer/clock')).statusCode).toBe(404);
  });
});
