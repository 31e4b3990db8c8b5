import Fastify from 'fastify';
import { TestClock } from '@bindery/kernel';
import { createLog } from '@bindery/service';
import { signPayload } from '../providers/signed/signature';
import { addReaderChecks } from './reader-checks.route';

const secretOf = {
  cloudgate: `whsec_${Buffer.alloc(32, 1).toString('base64')}`,
  'seaside-bank': `whsec_${Buffer.alloc(32, 2).toString('base64')}`,
};
const question = { provider: 'cloudgate', credentialReference: 'cred_1', at: '2026-01-01T00:00:00Z' };

function setUp() {
  const clock = new TestClock();
  const checkCredential = jest.fn(async () => ({ good: true, reason: 'ACTIVE' as const }));
  const app = Fastify();
  const record = jest.fn();
  const log = createLog({ service: 'test', level: 'silent', format: 'json' });
  const added = addReaderChecks(app, {
    checkCredential,
    secrets: secretOf,
    clock,
    log,
    security: { record },
  });

  async function ask(body: object, { signedBy = 'cloudgate' as keyof typeof secretOf, headers = {} } = {}) {
    await added;
    const payload = JSON.stringify(body);
    const signature = signPayload(secretOf[signedBy], 'check_1', clock.now(), payload);
    const answer = await app.inject({
      method: 'POST',
      url: '/reader-checks',
      payload,
      headers: { 'content-type': 'application/json', ...signature, ...headers },
    });
    return { status: answer.statusCode, body: answer.json() };
  }
  return { app, clock, checkCredential, record, ask };
}

describe('POST /reader-checks', () => {
  it('answers whether the credential is good', async () => {
    const { ask, checkCredential } = setUp();
    expect(await ask(question)).toEqual({ status: 200, body: { good: true, reason: 'ACTIVE' } });
    expect(checkCredential).toHaveBeenCalledWith({ provider: 'cloudgate', credentialReference: 'cred_1' });
  });

  it("answers a repetition with today's answer (requirement 9)", async () => {
    const { ask, checkCredential } = setUp();
    await ask(question);
    checkCredential.mockResolvedValueOnce({ good: false, reason: 'UNREGISTERED' as never });
    expect((await ask(question)).body).toEqual({ good: false, reason: 'UNREGISTERED' });
  });

  it('answers nobody but the provider that the question names, and tells the security log', async () => {
    const { ask, clock, record, checkCredential } = setUp();
    expect(await ask(question, { signedBy: 'seaside-bank' })).toMatchObject({
      status: 401,
      body: { code: 'SIGNATURE_INVALID' },
    });
    expect(await ask(question, { headers: { 'webhook-id': '' } })).toMatchObject({ status: 401 });
    const old = signPayload(secretOf.cloudgate, 'check_1', clock.now(), JSON.stringify(question));
    clock.advance(301_000);
    expect(await ask(question, { headers: { ...old } })).toMatchObject({
      status: 401,
      body: { code: 'SIGNATURE_EXPIRED' },
    });
    expect(record).toHaveBeenLastCalledWith('provider-signature-refused', {
      sourceAddress: '127.0.0.1',
      errorCode: 'SIGNATURE_EXPIRED',
      labels: { provider: undefined, route: 'reader-checks' },
    });
    expect(checkCredential).not.toHaveBeenCalled();
  });

  it('looks at nothing of a question before its signature: an unsigned one is told no more, whatever it says', async () => {
    const { ask, checkCredential } = setUp();
    const parse = jest.spyOn(JSON, 'parse');
    const unsigned = { 'webhook-signature': `v1,${Buffer.alloc(32).toString('base64')}` };
    for (const body of [question, {}, { ...question, provider: 'nobody' }, { ...question, at: 'yesterday' }, []]) {
      parse.mockClear();
      const { status, body: told } = await ask(body, { headers: unsigned });
      expect([status, told.code]).toEqual([401, 'SIGNATURE_INVALID']);
      expect(parse.mock.calls.filter(([text]) => String(text) === JSON.stringify(body))).toEqual([]);
    }
    parse.mockRestore();
    expect(checkCredential).not.toHaveBeenCalled();
  });

  it('takes a signature for the bytes that came and no others', async () => {
    const { ask, app, clock } = setUp();
    await ask(question);
    const text = JSON.stringify({ ...question, credentialReference: 'cred_\ufffd' });
    const signature = signPayload(secretOf.cloudgate, 'check_1', clock.now(), text);
    const bytes = Buffer.from(text);
    const send = async (payload: Buffer) =>
      (
        await app.inject({
          method: 'POST',
          url: '/reader-checks',
          payload,
          headers: { 'content-type': 'application/json', ...signature },
        })
      ).statusCode;
    expect(await send(bytes)).toBe(200);
    // Read leniently, a byte that is no UTF-8 becomes the very character that was signed.
    const at = bytes.indexOf(Buffer.from('\ufffd'));
    expect(await send(Buffer.concat([bytes.subarray(0, at), Buffer.from([0xff]), bytes.subarray(at + 3)]))).toBe(401);
  });

  it('refuses an unknown provider and a question without its parts', async () => {
    const { ask } = setUp();
    expect(await ask({ ...question, provider: 'toString' })).toMatchObject({
      status: 404,
      body: { code: 'PROVIDER_UNKNOWN' },
    });
    expect(await ask({ provider: 'cloudgate' })).toMatchObject({ status: 400, body: { code: 'REQUEST_MALFORMED' } });
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
});
