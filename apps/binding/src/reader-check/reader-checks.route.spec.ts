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
  const added = addReaderChecks(app, {
    checkCredential,
    secrets: secretOf,
    clock,
    log: createLog({ service: 'test', level: 'silent', format: 'json' }),
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
  return { clock, checkCredential, ask };
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

  it('answers nobody but the provider that the question names', async () => {
    const { ask, clock, checkCredential } = setUp();
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
    expect(checkCredential).not.toHaveBeenCalled();
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
