import type { GatewayClaims } from '@bindery/trust';
import { aHolder, setPassword, answer, loggedIn, newPhone, start, type Answer } from '../testing/operations';
import { knownCodeKey, readCode, readWrongCode } from '../testing/read-code';
import { startVerification, type RunningVerification } from '../testing/start-verification';

let service: RunningVerification;
beforeAll(async () => (service = await startVerification({ withJobs: false, env: { CODE_KEY: knownCodeKey } })));
afterAll(() => service.stop());

/** An address that no other test comes from. */
let addresses = 0;
const newAddress = () => ({ clientAddress: `198.18.${Math.trunc(++addresses / 250)}.${addresses % 250}` });
const reset = (phone: string, claims: Partial<GatewayClaims> = newAddress(), more: object = {}) =>
  start(service, { purpose: { action: 'RESET_PASSWORD' }, phone, ...more }, claims);
const hour = 60 * 60_000;
const answerRight = async (challengeId: string) => answer(service, challengeId, await readCode(service, challengeId));
const kinds = (answers: Answer[]) => answers.map(({ __typename }) => __typename);
const count = (answers: Answer[], kind: string) => kinds(answers).filter((one) => one === kind).length;

describe('codes for who is not signed in', () => {
  it('let strangers send two codes to one number at once and five a day, which come back over the day', async () => {
    const phone = newPhone();
    const burst = async () =>
      count(await Promise.all(Array.from({ length: 12 }, () => reset(phone))), 'StartChallengeSuccess');
    expect(await burst()).toBe(2);
    const { retryAt } = await reset(phone);
    expect(Date.parse(retryAt) - service.clock.now().getTime()).toBe(8 * hour);
    const perDay = [];
    for (let hours = 8; hours < 24; hours += 8) {
      service.clock.advance(8 * hour);
      perDay.push(await burst());
    }
    expect(perDay).toEqual([2, 1]);
  });

  it('let nobody’s registrations use up the resets of a number, nor the other way round', async () => {
    const phone = newPhone();
    const register = () => start(service, { purpose: { action: 'REGISTER' }, phone }, newAddress());
    for (const _ of [1, 2, 3]) await register();
    expect((await register()).__typename).toBe('TooManyChallengesError');
    for (const _ of [1, 2]) expect((await reset(phone)).__typename).toBe('StartChallengeSuccess');
    expect((await reset(phone)).__typename).toBe('TooManyChallengesError');
  });

  it('always have a code for who is on a device of theirs, where they were before, or signed in', async () => {
    const holder = await aHolder(service);
    const address = newAddress();
    await loggedIn(service, holder, address.clientAddress);
    await Promise.all(Array.from({ length: 12 }, () => reset(holder.phone)));
    const deviceToken = await service.deviceTokenOf(holder.accountId, 'device-1');
    const ways = [
      () => reset(holder.phone, newAddress(), { deviceToken }),
      () => reset(holder.phone, address),
      () => reset(holder.phone, { ...newAddress(), ...holder.claims }),
    ];
    for (let hours = 0; hours < 24; hours++) {
      await Promise.all(Array.from({ length: 4 }, () => reset(holder.phone)));
      const { challenge } = await ways[hours % ways.length]!();
      expect(await answerRight(challenge?.id)).toMatchObject({ __typename: 'AnswerChallengeSuccess' });
      service.clock.advance(hour);
    }
  });

  it('are not those of an account for a token of another one, or an address of another one', async () => {
    const [holder, other] = [await aHolder(service), await aHolder(service)];
    const address = newAddress();
    await loggedIn(service, other, address.clientAddress);
    await Promise.all(Array.from({ length: 4 }, () => reset(holder.phone)));
    const deviceToken = await service.deviceTokenOf(other.accountId, 'device-1');
    const refused = [
      await reset(holder.phone, newAddress(), { deviceToken }),
      await reset(holder.phone, address),
      await reset(holder.phone, { ...newAddress(), ...other.claims }),
      await reset(holder.phone, newAddress(), { deviceToken: 'x' }),
    ];
    expect(kinds(refused)).toEqual(Array(4).fill('TooManyChallengesError'));
  });

  it('is no lane for devices that were known before the password was set anew', async () => {
    const holder = await aHolder(service);
    const before = await service.deviceTokenOf(holder.accountId, 'device-1');
    service.clock.advance(2_000);
    await setPassword(service, holder);
    const since = await service.deviceTokenOf(holder.accountId, 'device-2');
    // All that strangers have in eight hours.
    for (let n = 0; n < 2; n += 1) await reset(holder.phone, newAddress());
    const withToken = async (deviceToken: string) =>
      (await reset(holder.phone, newAddress(), { deviceToken })).__typename;
    expect([await withToken(before), await withToken(since)]).toEqual([
      'TooManyChallengesError',
      'StartChallengeSuccess',
    ]);
  });

  it('leave the code of a known device open when a neighbour behind the same address asks for one', async () => {
    const [holder, address] = [await aHolder(service), newAddress()];
    await loggedIn(service, holder, address.clientAddress);
    const deviceToken = await service.deviceTokenOf(holder.accountId, 'device-1');
    const { challenge } = await reset(holder.phone, address, { deviceToken });
    for (let n = 0; n < 3; n++) await reset(holder.phone, address);
    expect(await answerRight(challenge.id)).toMatchObject({ __typename: 'AnswerChallengeSuccess' });
  });

  it('know an address for ninety days', async () => {
    const holder = await aHolder(service);
    const address = newAddress();
    await loggedIn(service, holder, address.clientAddress);
    service.clock.advance(90 * 24 * hour);
    await reset(holder.phone);
    await reset(holder.phone);
    expect((await reset(holder.phone, address)).__typename).toBe('TooManyChallengesError');
  });

  it('bound fifty guesses at the reset of one phone in a day, by all lanes together', async () => {
    const holder = await aHolder(service);
    const address = newAddress();
    await loggedIn(service, holder, address.clientAddress);
    const tokens = await Promise.all(
      ['device-1', 'device-2', 'device-3'].map((device) => service.deviceTokenOf(holder.accountId, device)),
    );
    let looked = 0;
    for (let hours = 0; hours < 24; hours++) {
      const started = await Promise.all([
        ...tokens.map((deviceToken) => reset(holder.phone, newAddress(), { deviceToken })),
        reset(holder.phone, address),
        reset(holder.phone),
        reset(holder.phone),
      ]);
      for (const { challenge } of started) {
        if (!challenge) continue;
        const guesses = await Promise.all(
          Array.from({ length: 8 }, async () =>
            answer(service, challenge.id, await readWrongCode(service, challenge.id)),
          ),
        );
        looked += count(guesses, 'WrongCodeError');
      }
      service.clock.advance(hour);
    }
    expect(looked).toBe(50);
  });
});
