import { randomUUID } from 'node:crypto';
import { eventsOf, logInInput, mutate, newHolder, newPhone, signIn } from '../testing/holder';
import { startTestIdentity, type TestIdentity } from '../testing/identity-service';

let service: TestIdentity;
beforeAll(async () => void (service = await startTestIdentity()));
afterAll(() => service.stop());

const newPassword = 'nine quiet lanterns drift';
const resetInput = async (phone: string) => ({
  phone,
  newPassword,
  proof: await service.proofOf('RESET_PASSWORD', phone),
});

describe('reset password (requirement 22)', () => {
  it('changes the password and ends every session', async () => {
    const { phone, viewer, refreshToken } = await newHolder(service);
    const other = await signIn(service, phone);
    expect(await mutate(service, 'resetPassword', await resetInput(phone))).toMatchObject({
      __typename: 'ResetPasswordSuccess',
      endedSessionCount: 2,
    });
    expect(await mutate(service, 'logIn', logInInput(phone))).toMatchObject({ __typename: 'LogInFailedError' });
    expect(await mutate(service, 'logIn', logInInput(phone, { password: newPassword }))).toMatchObject({
      __typename: 'LogInSuccess',
    });
    for (const token of [refreshToken, other.refreshToken]) {
      expect(await mutate(service, 'refreshSession', { refreshToken: token })).toMatchObject({
        __typename: 'SessionEndedError',
      });
    }
    expect((await service.ask('{ viewer { id } }', {}, { viewer })).data).toEqual({ viewer: null });
    const events = await eventsOf(service, viewer.accountId);
    expect(events.filter(({ data }) => data.cause === 'PASSWORD_RESET')).toHaveLength(2);
    expect(events.filter(({ type }) => type === 'bindery.account.password-changed.v1')).toHaveLength(1);
  });

  it('lifts a lock and lets its owner in at once (requirement 24)', async () => {
    const { phone, viewer } = await newHolder(service);
    await service.sql("UPDATE account SET standing = 'LOCKED' WHERE id = $1", [viewer.accountId]);
    await mutate(service, 'resetPassword', await resetInput(phone));
    expect(await mutate(service, 'logIn', logInInput(phone, { password: newPassword }))).toMatchObject({
      account: { standing: 'GOOD' },
    });
    expect((await eventsOf(service, viewer.accountId)).map(({ type }) => type)).toContain(
      'bindery.account.unlocked.v1',
    );
  });

  it('lets its owner in where it was done, on a new device in a new network, whatever others and they themselves tried', async () => {
    const { phone } = await newHolder(service);
    const device = { name: 'New phone', platform: 'ANDROID', installationId: 'installation-new' };
    const there = (overrides: object, clientAddress: string) =>
      mutate(service, 'logIn', logInInput(phone, { device, ...overrides }), undefined, clientAddress);
    for (let time = 0; time < 30; time++) await there({ password: 'wrong' }, `198.18.1.${time}`);
    expect(await there({}, '203.0.113.5')).toMatchObject({ __typename: 'TooManyRequestsError' });

    const reset = async (more: object) =>
      mutate(service, 'resetPassword', { ...(await resetInput(phone)), ...more }, undefined, '203.0.113.5');
    expect(await reset({})).toMatchObject({ __typename: 'ResetPasswordSuccess', deviceToken: null });
    expect(await there({ password: newPassword }, '203.0.113.5')).toMatchObject({ __typename: 'LogInSuccess' });
    // A phone whose address changes meanwhile: by the token.
    const { deviceToken } = await reset({ installationId: 'installation-next' });
    const next = { ...device, installationId: 'installation-next' };
    expect(await there({ password: newPassword, device: next }, '198.18.2.1')).toMatchObject({
      __typename: 'TooManyRequestsError',
    });
    for (let time = 0; time < 3; time++)
      expect(await there({ password: newPassword, device: next, deviceToken }, `198.18.2.${time}`)).toMatchObject({
        __typename: 'LogInSuccess',
        session: { device: { name: 'New phone' } },
      });
    expect(await reset({ installationId: 'x' })).toMatchObject({
      __typename: 'InvalidInputError',
      field: 'installationId',
    });
  });

  it('gives a token that does without a device for a day', async () => {
    const { phone } = await newHolder(service);
    const { deviceToken } = await mutate(service, 'resetPassword', {
      ...(await resetInput(phone)),
      installationId: 'installation-slow',
    });
    const logIn = (n: number) =>
      mutate(
        service,
        'logIn',
        logInInput(phone, {
          password: 'wrong',
          deviceToken,
          device: { name: 'x', platform: 'IOS', installationId: 'installation-slow' },
        }),
        undefined,
        `198.18.3.${n}`,
      );
    const lane = async () =>
      (await service.sql<{ act: string }>('SELECT act FROM abuse_ledger ORDER BY position DESC LIMIT 1'))[0]?.act;
    service.clock.advance(24 * 60 * 60_000 - 1_000);
    await logIn(1);
    expect(await lane()).toBe('logIn.proved');
    service.clock.advance(1_000);
    await logIn(2);
    expect(await lane()).not.toBe('logIn.proved');
  });

  it('refuses a proof for another act or phone, and one that was used', async () => {
    const { phone } = await newHolder(service);
    const input = await resetInput(phone);
    expect(
      await mutate(service, 'resetPassword', { ...input, proof: await service.proofOf('REGISTER', phone) }),
    ).toMatchObject({ reason: 'PROOF_FOR_OTHER_ACTION' });
    expect(
      await mutate(service, 'resetPassword', { ...input, proof: await service.proofOf('RESET_PASSWORD', newPhone()) }),
    ).toMatchObject({ reason: 'PROOF_FOR_OTHER_SUBJECT' });
    await mutate(service, 'resetPassword', input);
    expect(await mutate(service, 'resetPassword', input)).toMatchObject({
      __typename: 'IdentityProofRejectedError',
      reason: 'PROOF_ALREADY_USED',
    });
  });

  it('finds nothing for a proved phone without an account, and refuses a weak password', async () => {
    expect(await mutate(service, 'resetPassword', await resetInput(newPhone()))).toMatchObject({
      __typename: 'NotFoundError',
    });
    expect(
      await mutate(service, 'resetPassword', { ...(await resetInput(newPhone())), newPassword: 'short' }),
    ).toMatchObject({ __typename: 'PasswordTooWeakError' });
    expect(await mutate(service, 'resetPassword', { ...(await resetInput(newPhone())), phone: 'x' })).toMatchObject({
      __typename: 'PhoneInvalidError',
    });
  });

  it('happens once for one key', async () => {
    const { phone, viewer } = await newHolder(service);
    const input = { ...(await resetInput(phone)), idempotencyKey: randomUUID() };
    const answers = await Promise.all(Array.from({ length: 5 }, () => mutate(service, 'resetPassword', input)));
    expect(answers.map(({ endedSessionCount }) => endedSessionCount)).toEqual([1, 1, 1, 1, 1]);
    expect(
      (await eventsOf(service, viewer.accountId)).filter(({ type }) => type === 'bindery.account.password-changed.v1'),
    ).toHaveLength(1);
    const { proof } = await resetInput(phone);
    for (const other of [{ newPassword: `${newPassword} on` }, { proof }])
      expect(await mutate(service, 'resetPassword', { ...input, ...other })).toMatchObject({
        __typename: 'IdempotencyKeyReusedError',
      });
  });

  it('leaves no session to a login with the old password that is just under way', async () => {
    const { phone, viewer } = await newHolder(service);
    const input = await resetInput(phone);
    service.hooks.afterVerify = async () => {
      service.hooks.afterVerify = async () => undefined;
      await mutate(service, 'resetPassword', input);
    };
    expect(await mutate(service, 'logIn', logInInput(phone))).toMatchObject({ __typename: 'LogInFailedError' });
    expect(
      await service.sql('SELECT id FROM session WHERE account_id = $1 AND ended_at IS NULL', [viewer.accountId]),
    ).toEqual([]);
  });
});
