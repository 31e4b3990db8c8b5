import Fastify from 'fastify';
import { TestClock } from '@bindery/kernel';
import { createLog } from '@bindery/service';
import { toKeyRing } from '@bindery/trust';
import { Webhook } from 'standardwebhooks';
import { readerKeysOf, signAsReader } from '../testing/ask-as-reader';
import { toReaderKeys } from './reader-keys';
import { addReaderChecks } from './reader-checks.route';

const texts = readerKeysOf(['cloudgate', 'seaside-bank']);
const keys = toReaderKeys(Object.fromEntries(Object.entries(texts).map(([code, ring]) => [code, toKeyRing(ring)])));
const question = { credentialReference: 'cred_1', door: 'riverside-gate' };

function setUp() {
  const clock = new TestClock();
  const checkCredential = jest.fn(async () => ({ good: true, reason: 'ACTIVE' as const }));
  const app = Fastify();
  const record = jest.fn();
  const log = createLog({ service: 'test', level: 'silent', format: 'json' });
  const added = addReaderChecks(app, { checkCredential, keys, clock, log, security: { record } });

  async function send(payload: string | Buffer, headers: Record<string, string>) {
    await added;
    const answer = await app.inject({ method: 'POST', url: '/reader-checks', payload, headers });
    return { status: answer.statusCode, body: answer.json(), headers: answer.headers };
  }
  async function ask(body: object, { by = 'cloudgate', kid = 'r1', headers = {} } = {}) {
    const payload = JSON.stringify(body);
    return send(payload, { ...signAsReader(payload, clock.now(), by, kid), ...headers });
  }
  return { clock, checkCredential, record, ask, send };
}

describe('POST /reader-checks', () => {
  it('answers whether the credential is good at the door', async () => {
    const { ask, checkCredential } = setUp();
    const answer = await ask(question);
    expect(answer).toMatchObject({ status: 200, body: { good: true, reason: 'ACTIVE' } });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(checkCredential).toHaveBeenCalledWith({ provider: 'cloudgate', ...question }, false);
    await ask({ credentialReference: 'cred_1', cache: true });
    expect(checkCredential).toHaveBeenLastCalledWith(
      { provider: 'cloudgate', credentialReference: 'cred_1', door: undefined },
      true,
    );
  });

  it("answers a repetition with today's answer (requirement 9)", async () => {
    const { ask, checkCredential } = setUp();
    await ask(question);
    checkCredential.mockResolvedValueOnce({ good: false, reason: 'UNREGISTERED' as never });
    expect((await ask(question)).body).toEqual({ good: false, reason: 'UNREGISTERED' });
  });

  it('asks for the provider whose key signed, whoever the question names, and takes each of its keys', async () => {
    const { ask, checkCredential } = setUp();
    for (const kid of ['r1', 'r2'])
      expect(await ask({ ...question, provider: 'cloudgate' }, { by: 'seaside-bank', kid })).toMatchObject({
        status: 200,
      });
    const ofBank = { provider: 'seaside-bank', ...question };
    expect(checkCredential.mock.calls).toEqual([
      [ofBank, false],
      [ofBank, false],
    ]);
  });

  it.each([
    ['another provider’s key', { 'reader-key': 'seaside-bank/r1' }],
    ['another key of the provider', { 'reader-key': 'cloudgate/r2' }],
    ['a key that there is not', { 'reader-key': 'cloudgate/r3' }],
    ['a name of every object', { 'reader-key': 'constructor' }],
    ['no name', { 'reader-key': '' }],
    ['no id', { 'webhook-id': '' }],
    ['an id as long as a novel', { 'webhook-id': 'x'.repeat(201) }],
    ['another second', { 'webhook-timestamp': '1767225601' }],
    ['no number for a time', { 'webhook-timestamp': 'now' }],
    ['no signature', { 'webhook-signature': 'v1,' }],
  ])('answers all alike who sign with %s, and tells the security log', async (_, headers) => {
    const { ask, record, checkCredential } = setUp();
    const refused = await ask(question, { headers });
    expect([refused.status, refused.body]).toEqual([
      401,
      { code: 'SIGNATURE_INVALID', message: 'the signature does not fit the body and the key' },
    ]);
    expect(record).toHaveBeenCalledWith('provider-signature-refused', {
      sourceAddress: '127.0.0.1',
      errorCode: 'SIGNATURE_INVALID',
      labels: { route: 'reader-checks' },
    });
    expect(checkCredential).not.toHaveBeenCalled();
  });

  it('refuses a question without a signature, and one that was signed long ago', async () => {
    const { ask, clock, send, checkCredential } = setUp();
    const payload = JSON.stringify(question);
    const { 'reader-key': _, ...unnamed } = signAsReader(payload, clock.now());
    expect(await send(payload, unnamed)).toMatchObject({ status: 401, body: { code: 'SIGNATURE_REQUIRED' } });
    const old = signAsReader(payload, clock.now());
    clock.advance(301_000);
    expect(await ask(question, { headers: old })).toMatchObject({ status: 401, body: { code: 'SIGNATURE_EXPIRED' } });
    expect(checkCredential).not.toHaveBeenCalled();
  });

  it('looks at nothing of a question before its signature', async () => {
    const { ask } = setUp();
    const parse = jest.spyOn(JSON, 'parse');
    const unsigned = { 'webhook-signature': `v1,${Buffer.alloc(32).toString('base64')}` };
    for (const body of [question, {}, []]) {
      parse.mockClear();
      expect((await ask(body, { headers: unsigned })).status).toBe(401);
      expect(parse.mock.calls.filter(([text]) => String(text) === JSON.stringify(body))).toEqual([]);
    }
    parse.mockRestore();
  });

  it('takes a signature for the bytes that came and no others', async () => {
    const { send, clock } = setUp();
    const text = JSON.stringify({ ...question, credentialReference: 'cred_\ufffd' });
    const headers = signAsReader(text, clock.now());
    const bytes = Buffer.from(text);
    expect((await send(bytes, headers)).status).toBe(200);
    // Read leniently, a byte that is no UTF-8 becomes the very character that was signed.
    const at = bytes.indexOf(Buffer.from('\ufffd'));
    const other = Buffer.concat([bytes.subarray(0, at), Buffer.from([0xff]), bytes.subarray(at + 3)]);
    expect((await send(other, headers)).status).toBe(401);
  });

  it('refuses a question without its parts, and one that is too long', async () => {
    const { ask } = setUp();
    for (const body of [{}, [], { ...question, door: '' }, { ...question, cache: 'yes' }])
      expect(await ask(body)).toMatchObject({ status: 400, body: { code: 'REQUEST_MALFORMED' } });
    expect(await ask({ ...question, padding: 'x'.repeat(5000) })).toMatchObject({
      status: 413,
      body: { code: 'BODY_TOO_LARGE' },
    });
  });

  it.each(['', '\0', 'cred_\0', '\ud800', 'a\nb', '\u202e', 'x'.repeat(201), 12, null, ['cred_1']])(
    'refuses a reference that nothing can have, as it refuses a question of no shape: %j',
    async (credentialReference) => {
      const { ask, checkCredential } = setUp();
      expect(await ask({ ...question, credentialReference })).toMatchObject({
        status: 400,
        body: { code: 'REQUEST_MALFORMED' },
      });
      expect(checkCredential).not.toHaveBeenCalled();
    },
  );

  it('says nothing good when the answer cannot be found out', async () => {
    const { ask, checkCredential } = setUp();
    checkCredential.mockRejectedValueOnce(new Error('the database is away'));
    expect(await ask(question)).toMatchObject({ status: 500, body: { code: 'HANDLING_FAILED' } });
  });

  it('is signed as a library of Standard Webhooks checks it', () => {
    const payload = JSON.stringify(question);
    const headers = signAsReader(payload, new Date());
    expect(() => new Webhook(texts.cloudgate?.r1 ?? '').verify(payload, headers)).not.toThrow();
  });
});
