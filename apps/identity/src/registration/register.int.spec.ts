import { newId } from '@bindery/kernel';
import { randomUUID } from 'node:crypto';
import { proofLifetimeMs } from '@bindery/trust';
import { eventsOf, mutate, newPhone, password, registration } from '../testing/holder';
import { startTestIdentity, type TestIdentity } from '../testing/identity-service';

let service: TestIdentity;
beforeAll(async () => void (service = await startTestIdentity()));
afterAll(() => service.stop());

const countAccounts = async () =>
  Number((await service.sql<{ count: string }>('SELECT count(*) FROM account'))[0]?.count);

describe('register', () => {
  it('makes an account for a phone that was proved', async () => {
    const answer = await mutate(service, 'register', {
      ...(await registration(service, newPhone())),
      displayName: '  小梅 ',
    });
    expect(answer).toMatchObject({ __typename: 'RegisterSuccess', account: { displayName: '小梅', standing: 'GOOD' } });
    expect(answer.account?.id).toMatch(/^account_/);
  });

  it('reads a phone without a country code as a Chinese one', async () => {
    const phone = newPhone();
    const typed = `${phone.slice(3, 6)} ${phone.slice(6, 10)}-${phone.slice(10)}`;
    expect(await mutate(service, 'register', { ...(await registration(service, phone)), phone: typed })).toMatchObject({
      __typename: 'RegisterSuccess',
    });
  });

  it('keeps the time zone that it names, and tells the others; where it names none it is as for most holders', async () => {
    const form = { ...(await registration(service, newPhone())), timeZone: 'Pacific/Honolulu' };
    const { account } = await mutate(service, 'register', form);
    if (!account) throw new Error('there is no account');
    expect(account.timeZone).toBe('Pacific/Honolulu');
    expect(await eventsOf(service, account.id)).toMatchObject([
      { type: 'bindery.account.registered.v1', sequence: 1 },
      { type: 'bindery.account.contact-point-confirmed.v1', sequence: 2 },
      { type: 'bindery.account.time-zone-changed.v1', sequence: 3, data: { timeZone: 'Pacific/Honolulu' } },
    ]);
    const other = await mutate(service, 'register', await registration(service, newPhone()));
    if (!other.account) throw new Error('there is no account');
    expect(other.account.timeZone).toBe('Asia/Shanghai');
    expect(await eventsOf(service, other.account.id)).toHaveLength(2);
  });

  it.each([
    [
      'that is no phone',
      { phone: '12' },
      { __typename: 'PhoneInvalidError', code: 'PHONE_INVALID', remedies: [{ code: 'CorrectInput' }] },
    ],
    [
      'with a short password',
      { password: 'fourteen chars' },
      { __typename: 'PasswordTooWeakError', minimumLength: 15, weakness: 'TOO_SHORT' },
    ],
    [
      'with a password made of its phone',
      { password: '+8613800138000+86138', phone: '+8613800138000' },
      { weakness: 'PERSONAL' },
    ],
    ['with an empty name', { displayName: '  ' }, { __typename: 'InvalidInputError', field: 'displayName' }],
    ['with a long name', { displayName: '梅'.repeat(41) }, { field: 'displayName' }],
    ['in a language we do not speak', { locale: 'fr' }, { field: 'locale' }],
    ['in a zone that there is not', { timeZone: 'Mars/Base' }, { field: 'timeZone' }],
    ['in an offset, which is no zone', { timeZone: '+08:00' }, { field: 'timeZone' }],
    ['with a short key', { idempotencyKey: 'short' }, { field: 'idempotencyKey' }],
  ])('refuses one %s', async (_what, wrong, expected) => {
    expect(
      await mutate(service, 'register', {
        ...(await registration(service, 'phone' in wrong ? wrong.phone : newPhone())),
        ...wrong,
      }),
    ).toMatchObject(expected);
  });

  it('refuses a proof for another phone, another act, somebody signed in, one that is over, and no proof at all', async () => {
    const phone = newPhone();
    const form = await registration(service, phone);
    const reasonWith = async (proof: string) => (await mutate(service, 'register', { ...form, proof })).reason;
    expect(await reasonWith(await service.proofOf('REGISTER', newPhone()))).toBe('PROOF_FOR_OTHER_SUBJECT');
    expect(await reasonWith(await service.proofOf('RESET_PASSWORD', phone))).toBe('PROOF_FOR_OTHER_ACTION');
    expect(await reasonWith(await service.proofOf('REGISTER', phone, newId('account')))).toBe(
      'PROOF_FOR_OTHER_ACCOUNT',
    );
    expect(await reasonWith('nonsense')).toBe('PROOF_MALFORMED');
    const hashes = service.counts.hashes;
    service.clock.advance(proofLifetimeMs + 1_000);
    expect(await mutate(service, 'register', form)).toMatchObject({
      __typename: 'IdentityProofRejectedError',
      reason: 'PROOF_EXPIRED',
      remedies: [{ code: 'StartChallenge' }, {}],
    });
    expect(service.counts.hashes).toBe(hashes);
  });

  it.each(['+449098790123', '+19002345678', '+979123456789', '+881612345678', '+861088888888', '+12125550123'])(
    'says that a mobile number is needed instead of %s, though it was proved',
    async (phone) => {
      const before = await countAccounts();
      expect(await mutate(service, 'register', await registration(service, phone))).toMatchObject({
        __typename: 'PhoneInvalidError',
        code: 'MOBILE_NUMBER_NEEDED',
        message: expect.stringContaining('A mobile number is needed'),
        remedies: [{ code: 'CorrectInput' }],
      });
      const proof = await service.proofOf('RESET_PASSWORD', phone);
      expect(await mutate(service, 'resetPassword', { phone, newPassword: password, proof })).toMatchObject({
        code: 'MOBILE_NUMBER_NEEDED',
      });
      expect(await countAccounts()).toBe(before);
    },
  );

  it('takes a proof once', async () => {
    const phone = newPhone();
    const form = await registration(service, phone);
    await mutate(service, 'register', form);
    await service.sqlAsOwner("UPDATE contact_point SET lookup = lookup || '-moved'");
    expect(await mutate(service, 'register', form)).toMatchObject({ reason: 'PROOF_ALREADY_USED' });
  });

  it('refuses a phone that has an account, and keeps the proof for what it is good for', async () => {
    const phone = newPhone();
    await mutate(service, 'register', await registration(service, phone));
    const again = await mutate(service, 'register', await registration(service, phone));
    expect(again).toMatchObject({
      __typename: 'PhoneTakenError',
      remedies: [{ code: 'LogIn' }, { code: 'ResetPassword' }, {}],
    });
  });

  it('makes one account of fifty parallel requests with one key, and answers all alike (requirement 7)', async () => {
    const input = { ...(await registration(service, newPhone())), idempotencyKey: randomUUID() };
    const before = await countAccounts();
    const answers = await Promise.all(Array.from({ length: 50 }, () => mutate(service, 'register', input)));
    expect(new Set(answers.map(({ account }) => account?.id)).size).toBe(1);
    expect(answers.every(({ __typename }) => __typename === 'RegisterSuccess')).toBe(true);
    expect(await countAccounts()).toBe(before + 1);
  });

  it('makes one account of two registrations of one phone at once with two proofs', async () => {
    const phone = newPhone();
    const forms = await Promise.all([registration(service, phone), registration(service, phone)]);
    const answers = await Promise.all(forms.map((form) => mutate(service, 'register', form)));
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['PhoneTakenError', 'RegisterSuccess']);
  });

  it('repeats its answer after the proof is over, and refuses the key for anything else', async () => {
    const input = { ...(await registration(service, newPhone())), idempotencyKey: randomUUID() };
    const { account } = await mutate(service, 'register', input);
    service.clock.advance(proofLifetimeMs + 1_000);
    expect((await mutate(service, 'register', input)).account?.id).toBe(account?.id);
    const { proof } = await registration(service, input.phone);
    for (const other of [{ password: `${password} too` }, { proof }])
      expect(await mutate(service, 'register', { ...input, ...other })).toMatchObject({
        __typename: 'IdempotencyKeyReusedError',
      });
  });
});
