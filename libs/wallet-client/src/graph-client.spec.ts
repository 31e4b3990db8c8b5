import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGraphClient } from './graph-client';

describe('the graph client', () => {
  let server: Server;
  let endpoint: string;
  let answers: { status: number; body: object }[];
  let asked: string[];
  beforeEach(async () => {
    asked = [];
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        asked.push(body);
        const answer = answers.length > 1 ? answers.shift() : answers[0];
        response.writeHead(answer?.status ?? 500).end(JSON.stringify(answer?.body));
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => new Promise((done) => server.close(done)));

  const away = { status: 200, body: { data: { card: null }, errors: [{ message: 'away', extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }] } };

  it('asks again, with the same variables, while a part of the graph is away', async () => {
    answers = [away, away, { status: 200, body: { data: { card: { id: '1' } } } }];
    expect(await createGraphClient({ endpoint, locale: 'en' }).ask('query', { key: 'k' })).toEqual({ card: { id: '1' } });
    expect(asked).toEqual(Array.from({ length: 3 }, () => JSON.stringify({ query: 'query', variables: { key: 'k' } })));
  });

  it('gives up when its patience is over, and at once on anything else', async () => {
    answers = [away];
    await expect(createGraphClient({ endpoint, locale: 'en', patienceMs: 0 }).ask('query')).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
    answers = [{ status: 401, body: { errors: [{ message: 'no', extensions: { code: 'UNAUTHENTICATED' } }] } }];
    asked = [];
    await expect(createGraphClient({ endpoint, locale: 'en' }).ask('query')).rejects.toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    expect(asked).toHaveLength(1);
  });

  it('answers errors as they came to who sends', async () => {
    answers = [away];
    expect(await createGraphClient({ endpoint, locale: 'en' }).send('query')).toEqual({ status: 200, ...away.body });
  });
});
