import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { documents } from './documents';
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

  const away = {
    status: 200,
    body: { data: { card: null }, errors: [{ message: 'away', extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }] },
  };

  it('asks again, with the same variables, while a part of the graph is away', async () => {
    answers = [away, away, { status: 200, body: { data: { card: { id: '1' } } } }];
    expect(await createGraphClient({ endpoint, locale: 'en' }).ask('query', { key: 'k' })).toEqual({
      card: { id: '1' },
    });
    expect(asked).toEqual(Array.from({ length: 3 }, () => JSON.stringify({ query: 'query', variables: { key: 'k' } })));
  });

  it('gives up when its patience is over, and at once on anything else', async () => {
    answers = [away];
    await expect(createGraphClient({ endpoint, locale: 'en', patienceMs: 0 }).ask('query')).rejects.toMatchObject({
      code: 'SUBGRAPH_UNAVAILABLE',
    });
    answers = [{ status: 401, body: { errors: [{ message: 'no', extensions: { code: 'UNAUTHENTICATED' } }] } }];
    asked = [];
    await expect(createGraphClient({ endpoint, locale: 'en' }).ask('query')).rejects.toMatchObject({
      status: 401,
      code: 'UNAUTHENTICATED',
    });
    expect(asked).toHaveLength(1);
  });

  it('names a document that its app has registered by its id, and any other by its text', async () => {
    answers = [{ status: 200, body: { data: {} } }];
    await createGraphClient({ endpoint, locale: 'en' }).ask(documents.home);
    await createGraphClient({ endpoint, locale: 'en', clientApp: { name: 'other-app', version: '1.0.0' } }).ask(
      documents.home,
    );
    expect(asked.map((body) => JSON.parse(body) as object)).toEqual([
      { documentId: expect.stringMatching(/^sha256:[0-9a-f]{64}$/), variables: {} },
      { query: documents.home, variables: {} },
    ]);
  });

  it('stays away as long as it is asked to', async () => {
    const at = new Date(Date.now() + 1_000);
    const busy = {
      status: 503,
      body: {
        errors: [
          {
            message: 'busy',
            extensions: { code: 'OVERLOADED', remedies: [{ code: 'TryAgain', at: at.toISOString() }] },
          },
        ],
      },
    };
    answers = [busy, { status: 200, body: { data: { card: null } } }];
    await createGraphClient({ endpoint, locale: 'en' }).ask('query');
    expect(Date.now()).toBeGreaterThanOrEqual(at.getTime() - 5);
  });

  it('answers errors as they came to who sends', async () => {
    answers = [away];
    expect(await createGraphClient({ endpoint, locale: 'en' }).send('query')).toEqual({ status: 200, ...away.body });
  });
});
