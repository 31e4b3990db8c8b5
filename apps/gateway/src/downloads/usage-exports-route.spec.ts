import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { newId } from '@bindery/kernel';
import { createLog } from '@bindery/service';
import { exportHolderHeader } from '@bindery/trust';
import { createClientErrors } from '../refusals/client-error';
import type { Refusal } from '../refusals/refusal';
import { addUsageExportsRoute } from './usage-exports-route';

const sessionId = newId('session');
const token = `01h455vb4pex5vsknk084sn02q.${sessionId.slice(-26)}.1777636800.mac-of_it`;

let binding: Server;
let answer: (path: string, response: ServerResponse) => void;
let app: FastifyInstance;
let refusal: Refusal | undefined;
const lines: string[] = [];
let asked: string[];
let ended: ReadonlySet<string>;
let toldAsOf: number;

beforeAll(async () => {
  binding = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${JSON.stringify(request.headers)}`);
    answer(request.url ?? '', response);
  });
  await new Promise<void>((resolve) => binding.listen(0, '127.0.0.1', resolve));
  const log = createLog({
    service: 'test',
    level: 'trace',
    format: 'json',
    destination: { write: (line: string) => void lines.push(line) },
  });
  app = Fastify();
  const { close } = addUsageExportsRoute(app, {
    urls: [`http://127.0.0.1:${(binding.address() as AddressInfo).port}`],
    sign: ({ clientAddress }, signed) => `signed ${clientAddress} ${String(signed)}`,
    door: { arrive: async () => refusal },
    endedSessions: {
      hasEnded: (id) => ended.has(id),
      get toldAsOf() {
        return toldAsOf;
      },
    },
    toClientError: createClientErrors({ production: true, count: () => undefined, onBug: () => 'bug' }),
    log,
  });
  app.addHook('onClose', close);
});
beforeEach(() => {
  refusal = undefined;
  asked = [];
  [ended, toldAsOf] = [new Set(), Date.now()];
});
afterAll(async () => {
  await app.close();
  binding.closeAllConnections();
  binding.close();
});

const get = (path = `/usage-exports/${token}`, headers = {}) => app.inject({ method: 'GET', url: path, headers });
const until = async (isSo: () => boolean | Promise<boolean>) => {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5));
};
const codeOf = (body: string) =>
  (JSON.parse(body) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;

describe('GET /usage-exports/:token', () => {
  it('passes a file through, with its own words for who may keep it', async () => {
    answer = (_path, response) =>
      void response
        .writeHead(200, {
          'content-type': 'text/csv; charset=utf-8',
          'content-length': '5',
          'content-disposition': 'attachment; filename="a.csv"',
          'set-cookie': 'inside=1',
          'cache-control': 'public',
        })
        .end('a,b\r\n');
    const { statusCode, body, headers } = await get(undefined, { cookie: 'outside=1', authorization: 'Bearer x' });
    expect([statusCode, body]).toEqual([200, 'a,b\r\n']);
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-length': '5',
      'content-disposition': 'attachment; filename="a.csv"',
      'cache-control': 'no-store, private, no-transform',
    });
    expect(headers['set-cookie']).toBeUndefined();
    expect(asked).toHaveLength(1);
    expect(asked[0]).toContain(`GET /usage-exports/${token} `);
    expect(asked[0]).toContain(`"bindery-gateway-signature":"signed 127.0.0.1 /usage-exports/${token}"`);
    expect(asked[0]).not.toMatch(/outside|Bearer/);
  });

  it.each([
    [404, 404, 'NOT_FOUND'],
    [410, 410, 'LINK_EXPIRED'],
    [500, 503, 'SUBGRAPH_UNAVAILABLE'],
    [302, 503, 'SUBGRAPH_UNAVAILABLE'],
  ])('tells a %d as a %d in its own shape, and nothing of the inside', async (inside, outside, code) => {
    answer = (_path, response) => void response.writeHead(inside, { location: 'http://inside' }).end('SELECT secret');
    const { statusCode, body, headers } = await get();
    expect([statusCode, codeOf(body)]).toEqual([outside, code]);
    expect(body + JSON.stringify(headers)).not.toMatch(/SELECT|inside/);
  });

  it('says when to come again while nobody answers', async () => {
    answer = (_path, response) => void response.destroy();
    const { statusCode, headers } = await get();
    expect([statusCode, headers['retry-after']]).toEqual([503, '5']);
  });

  it('asks nobody for what can be no link, nor for who may not come in', async () => {
    for (const path of ['', 'a%2Fb', 'a%00b', 'x'.repeat(101), '01h455vb4pex5vsknk084sn02q.1777636800.mac'])
      expect([404, 414]).toContain((await get(`/usage-exports/${path}`)).statusCode);
    refusal = { code: 'TOO_MANY_REQUESTS', status: 429 };
    expect((await get()).statusCode).toBe(429);
    expect(asked).toEqual([]);
  });

  it('leaves room for others, however many links one holder has', async () => {
    const open: ServerResponse[] = [];
    let holder = 'of-one';
    answer = (_path, response) => {
      response.writeHead(200, { 'content-type': 'text/csv', [exportHolderHeader]: holder });
      // Begun and not ended, as over a line that takes nothing more.
      if (holder !== 'of-one') return void response.end('b');
      response.write('a');
      open.push(response);
    };
    const linkOf = (nth: number) => `/usage-exports/${token}${nth}`;
    const taken = Array.from({ length: 4 }, (_, nth) => get(linkOf(nth)));
    await until(() => open.length === 4);
    const more = await get(linkOf(5));
    expect([more.statusCode, codeOf(more.body), more.headers['retry-after']]).toEqual([503, 'OVERLOADED', '5']);
    holder = 'of-another';
    const another = await get(linkOf(6));
    expect([another.statusCode, another.body, another.headers[exportHolderHeader]]).toEqual([200, 'b', undefined]);
    for (const response of open) response.end();
    for (const each of taken) expect((await each).statusCode).toBe(200);
    holder = 'of-one';
    answer = (_path, response) => void response.writeHead(200, { [exportHolderHeader]: holder }).end('c');
    await until(async () => (await get(linkOf(7))).statusCode === 200);
  });

  it('ends a link with the session that asked for it, and answers nothing while that is not known', async () => {
    answer = (_path, response) => void response.writeHead(200).end('a,b');
    expect((await get()).statusCode).toBe(200);
    ended = new Set([newId('session'), sessionId]);
    const over = await get();
    expect([over.statusCode, codeOf(over.body)]).toEqual([410, 'LINK_EXPIRED']);
    ended = new Set();
    toldAsOf = Date.now() - 60_000;
    const unknown = await get();
    expect([unknown.statusCode, codeOf(unknown.body)]).toEqual([503, 'SESSION_UNCONFIRMED']);
    expect(asked).toHaveLength(1);
  });

  it('writes the token nowhere', () => expect(lines.join('')).not.toContain(token));
});
