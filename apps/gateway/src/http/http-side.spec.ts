import { connect, type ClientHttp2Session, type IncomingHttpHeaders } from 'node:http2';
import { text } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { generate } from 'selfsigned';
import { Agent, request } from 'undici';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform';

const home = JSON.stringify({ query: '{ viewer { displayName cards } }' });
const answer = { data: { viewer: { displayName: 'Ada', cards: ['card_1'] } } };
const json = { 'content-type': 'application/json' };

describe('compression', () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await startTestPlatform();
  });
  afterAll(() => platform.stop());

  /** Introspection is a long answer, and one that is the same for everybody. */
  const long = '{ __schema { types { name description fields { name description } } } }';
  const post = async (query: string, encoding: string) => {
    const response = await request(`${platform.url}/graphql`, {
      method: 'POST',
      headers: { ...json, 'accept-encoding': encoding },
      body: JSON.stringify({ query }),
    });
    return { headers: response.headers, bytes: Buffer.from(await response.body.arrayBuffer()) };
  };

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
    ['gzip, br', brotliDecompressSync],
  ])('is as the client accepts it: %s', async (encoding, unpack) => {
    const { headers, bytes } = await post(long, encoding);
    expect(headers).toMatchObject({
      'content-encoding': encoding.includes('br') ? 'br' : 'gzip',
      vary: expect.stringContaining('accept-encoding'),
    });
    expect(JSON.parse(unpack(bytes).toString('utf8'))).toMatchObject({
      data: { __schema: { types: expect.any(Array) } },
    });
    expect(bytes.length).toBeLessThan((await post(long, 'identity')).bytes.length / 3);
  });

  it.each(['identity', 'unknown'])('is left out for who accepts only %s', async (encoding) => {
    expect((await post(long, encoding)).headers).not.toHaveProperty('content-encoding');
  });

  it('is left out for short answers', async () => {
    expect((await post('{ viewer { id } }', 'br')).headers).not.toHaveProperty('content-encoding');
  });

  it('is left out for answers of mutations, which hold secrets beside text of the caller, and nobody may keep those', async () => {
    const alias = 'x'.repeat(2_000);
    const { headers, bytes } = await post(`mutation { ${alias}: touch }`, 'br');
    expect(JSON.parse(bytes.toString('utf8'))).toEqual({ data: { [alias]: true } });
    expect(headers).toMatchObject({ 'cache-control': 'no-store, no-transform' });
    expect(headers).not.toHaveProperty('content-encoding');
  });

  it('is not unpacked in requests, where little can become much', async () => {
    for (const encoding of ['gzip', 'br', 'identity, gzip', 'GZIP', 'nonsense']) {
      const { statusCode, headers, body } = await request(`${platform.url}/graphql`, {
        method: 'POST',
        headers: { ...json, 'content-encoding': encoding },
        body: gzipSync(home),
      });
      expect([statusCode, headers['accept-encoding'], await body.json()]).toMatchObject([
        415,
        'identity',
        { errors: [{ extensions: { code: 'UNSUPPORTED_MEDIA_TYPE' } }] },
      ]);
    }
    const { statusCode } = await request(`${platform.url}/graphql`, {
      method: 'POST',
      headers: { ...json, 'content-encoding': 'identity' },
      body: home,
    });
    expect(statusCode).toBe(200);
  });
});

describe('TLS', () => {
  let platform: TestPlatform;
  let certificate: string;
  beforeAll(async () => {
    const made = await generate([{ name: 'commonName', value: 'localhost' }], {
      extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
    });
    certificate = made.cert;
    platform = await startTestPlatform('development', { tls: made });
  });
  afterAll(() => platform.stop());

  const send = async (session: ClientHttp2Session) => {
    const stream = session.request({ ':method': 'POST', ':path': '/graphql', ...json }).end(home);
    const headers = new Promise<IncomingHttpHeaders>((resolve) => stream.once('response', resolve));
    return { status: (await headers)[':status'], body: JSON.parse(await text(stream)) as unknown };
  };

  it('speaks HTTP/2, many requests on one connection', async () => {
    const session = connect(platform.url, { ca: certificate });
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(session)));
    expect(session.alpnProtocol).toBe('h2');
    expect(new Set(answers.map((each) => JSON.stringify(each)))).toEqual(
      new Set([JSON.stringify({ status: 200, body: answer })]),
    );
    session.close();
  });

  it('speaks HTTP/1.1 to who knows nothing newer, on a connection that is kept', async () => {
    const agent = new Agent({ connect: { ca: certificate }, allowH2: false, connections: 1 });
    for (let round = 0; round < 2; round++) {
      const response = await request(`${platform.url}/graphql`, {
        method: 'POST',
        headers: json,
        body: home,
        dispatcher: agent,
      });
      expect([response.statusCode, response.headers.connection, await response.body.json()]).toEqual([
        200,
        'keep-alive',
        answer,
      ]);
    }
    await agent.close();
  });

  it('ends HTTP/2 connections in order when the gateway stops', async () => {
    const session = connect(platform.url, { ca: certificate });
    await send(session);
    const goneAway = new Promise((resolve) => session.once('goaway', resolve));
    const closed = new Promise((resolve) => session.once('close', resolve));
    platform.program.kill('SIGTERM');
    expect(await goneAway).toBe(0);
    await closed;
  });
});
