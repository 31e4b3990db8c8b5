import { failuresMax } from './account-lock/account-lock.rules';
import { repeatWithinMs } from './sessions/refresh/refresh-rotation.rules';
import { logInInput, mutate, newHolder, password, registration, type Holder } from './testing/holder';
import { startTestIdentity, type TestIdentity } from './testing/identity-service';

let service: TestIdentity;
let holder: Holder;
beforeAll(async () => void (service = await startTestIdentity()));
afterAll(() => service.stop());
beforeEach(async () => {
  holder = await newHolder(service);
  service.lines.length = 0;
});

const told = () =>
  service.lines
    .filter((line) => line.includes('"log.logger":"security"'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const expectTold = (action: string, event: object = {}) =>
  expect(told()).toContainEqual(expect.objectContaining({ 'event.action': action, ...event }));
const ofHolder = () => ({ 'user.id': holder.viewer.accountId });
const guess = (text: string, ...place: [input?: object, clientAddress?: string]) =>
  mutate(service, 'logIn', logInInput(holder.phone, { password: text, ...place[0] }), undefined, place[1]);

/** By somebody whom nobody knows, from an address of their own. */
const strangersGuess = (number: number) =>
  guess(
    'copper kettle nine',
    { device: { name: 'x', platform: 'WEB', installationId: `installation-${number}-x` } },
    `198.18.9.${number}`,
  );

describe('the security log of identity', () => {
  it('tells of logins that succeed and fail, and by whose request', async () => {
    await guess('copper kettle nine');
    const other = await newHolder(service);
    expectTold('log-in-failed', { ...ofHolder(), 'error.code': 'WRONG_PASSWORD' });
    expectTold('log-in-succeeded', { 'user.id': other.viewer.accountId });
    expect(told()[0]).toMatchObject({
      'source.address': expect.stringMatching(/\/(24|48)$/),
      'http.request.id': expect.any(String),
    });
  });

  it('tells of guesses that wait, and of the lock at their end, once', async () => {
    for (let time = 0; time < 6; time += 1) await strangersGuess(time);
    expectTold('log-in-blocked', { ...ofHolder(), 'error.code': 'TOO_MANY_FAILURES' });
    expectTold('abuse-budget-spent', { 'labels.budget': 'logIn.stranger/TARGET' });
    for (let time = 6; time <= failuresMax + 1; time += 1) {
      service.clock.advance(12 * 60 * 60_000);
      await strangersGuess(time);
    }
    expect(told().filter((event) => event['event.action'] === 'account-locked')).toEqual([
      expect.objectContaining({ ...ofHolder(), 'event.kind': 'alert' }),
    ]);
  });

  it('tells of a refresh token that is forged, and of one that came again', async () => {
    await mutate(service, 'refreshSession', { refreshToken: 'nonsense' });
    expectTold('refresh-token-refused', { 'error.code': 'TOKEN_FORGED' });
    await mutate(service, 'refreshSession', { refreshToken: holder.refreshToken });
    service.clock.advance(24 * 60 * 60_000 + repeatWithinMs);
    await mutate(service, 'refreshSession', { refreshToken: holder.refreshToken });
    expectTold('refresh-token-reused', ofHolder());
  });

  it('tells of proofs that do not fit, of new accounts and of new passwords', async () => {
    const other = await service.proofOf('RESET_PASSWORD', holder.phone);
    await mutate(service, 'register', { ...(await registration(service, '+8613900000001')), proof: other });
    expectTold('proof-refused', { 'error.code': 'PROOF_FOR_OTHER_ACTION' });
    await mutate(service, 'resetPassword', {
      phone: holder.phone,
      newPassword: 'nine copper kettles hum',
      proof: other,
    });
    expectTold('password-changed', ofHolder());
    const proof = await service.proofOf('REGISTER', '+8613900000002');
    await mutate(service, 'register', { ...(await registration(service, '+8613900000002')), proof });
    expectTold('account-opened');
  });

  it('has nothing of a person but the id of the account', async () => {
    await guess('copper kettle nine');
    await mutate(service, 'register', await registration(service, holder.phone));
    await mutate(service, 'refreshSession', { refreshToken: `${holder.refreshToken}x` });
    for (const text of [
      holder.phone,
      holder.phone.slice(3),
      password,
      'copper kettle',
      '小梅',
      'installation-1',
      holder.refreshToken,
    ])
      expect(service.logged()).not.toContain(text);
  });
});
