import { randomUUID } from 'node:crypto';
import { failuresMax, guessesPerDayMax } from './account-lock.rules';
import { eventsOf, logInInput, mutate, newHolder, newPhone, password, type Outcome } from '../testing/holder';
import { startTestIdentity, type TestIdentity } from '../testing/identity-service';

let service: TestIdentity;
beforeAll(async () => void (service = await startTestIdentity()));
afterAll(() => service.stop());

const minute = 60_000;
const [hour, day] = [60 * minute, 24 * 60 * minute];

let places = 0;
const newAddress = () => `198.18.${Math.trunc(++places / 250)}.${places % 250}`;
const newInstallation = () => `installation-${randomUUID()}`;

/** A guess by somebody whom nobody knows, from an address and an installation that nobody has seen. */
const guess = (phone: string, text = 'not the right one', clientAddress = newAddress()) =>
  logInFrom(phone, { password: text, device: deviceOf(newInstallation()) }, clientAddress);

const logInFrom = (phone: string, overrides: object, clientAddress: string) =>
  mutate(service, 'logIn', logInInput(phone, overrides), undefined, clientAddress);
const deviceOf = (installationId: string) => ({ name: 'A phone', platform: 'IOS', installationId });

/** Strangers guess so many times, waiting until each is taken; answers the last. */
async function guessWrong(phone: string, times: number): Promise<Outcome | undefined> {
  let last: Outcome | undefined;
  for (let time = 0; time < times; time++) {
    last = await guess(phone);
    while (last.__typename === 'TooManyRequestsError') {
      service.clock.advance(Date.parse(last.retryAt ?? '') - service.clock.now().getTime());
      last = await guess(phone);
    }
  }
  return last;
}

const counted = async (act: string) =>
  Number((await service.sql<{ n: string }>('SELECT count(*) AS n FROM abuse_ledger WHERE act = $1', [act]))[0]?.n);

describe('wrong passwords (requirement 23)', () => {
  it('answer alike for a wrong password and an unknown phone, with the same work done', async () => {
    const { phone } = await newHolder(service);
    const before = service.counts.verifications;
    const [known, unknown] = [await guess(phone), await guess(newPhone())];
    expect(known).toEqual(unknown);
    expect(known).toMatchObject({
      __typename: 'LogInFailedError',
      remedies: [{ code: 'CorrectInput' }, { code: 'ResetPassword' }, { code: 'ContactSupport' }],
    });
    expect(service.counts.verifications).toBe(before + 2);
  });

  it('make strangers wait longer from the fifth on, at a phone that is known or not, and tell another way in', async () => {
    const { phone } = await newHolder(service);
    const steps = [
      [5, 10_000],
      [1, 5 * minute - 10_000],
      [1, 30 * minute - 5 * minute],
      [2, 12 * hour - 30 * minute],
    ] as const;
    for (const number of [phone, newPhone()])
      for (const [times, waitMs] of steps) {
        const first = service.clock.now().getTime();
        for (let time = 0; time < times; time++)
          expect(await guess(number)).toMatchObject({ __typename: 'LogInFailedError' });
        const refused = await guess(number);
        expect(refused).toMatchObject({
          __typename: 'TooManyRequestsError',
          remedies: [{ code: 'StopRetrying' }, { code: 'TryAgain' }, { code: 'ResetPassword' }],
        });
        expect([number === phone, Date.parse(refused.retryAt ?? '') - first]).toEqual([number === phone, waitMs]);
        service.clock.advance(waitMs);
      }
  });

  it('of strangers do not keep out who shows the token of their device, nor who comes from where they were', async () => {
    const { phone, deviceToken } = await newHolder(service);
    await guessWrong(phone, 9);
    expect(await guess(phone, password)).toMatchObject({ __typename: 'TooManyRequestsError' });
    // Elsewhere, with the token; at home, without; elsewhere, by an app that does not send it yet.
    const shown = { deviceToken, device: deviceOf('installation-1') };
    expect(await logInFrom(phone, shown, newAddress())).toMatchObject({ __typename: 'LogInSuccess' });
    expect(await logInFrom(phone, { device: deviceOf(newInstallation()) }, '127.0.0.1')).toMatchObject({
      __typename: 'LogInSuccess',
    });
    expect(await logInFrom(phone, { device: deviceOf('installation-1') }, newAddress())).toMatchObject({
      __typename: 'LogInSuccess',
    });
  });

  it('are forgotten at the place where the right one follows', async () => {
    const { phone, deviceToken } = await newHolder(service);
    const here = (text: string) =>
      logInFrom(phone, { deviceToken, device: deviceOf('installation-1'), password: text }, '203.0.113.9');
    for (const _ of [1, 2, 3]) {
      for (let time = 0; time < 4; time++)
        expect(await here('wrong')).toMatchObject({ __typename: 'LogInFailedError' });
      expect(await here(password)).toMatchObject({ __typename: 'LogInSuccess' });
    }
  });

  it('are taken back for a repeated login too, which is a guess like any other', async () => {
    const { phone } = await newHolder(service);
    const before = await counted('logIn.installation');
    const logIn = logInInput(phone, { idempotencyKey: randomUUID() });
    for (let time = 0; time < 12; time++)
      expect(await mutate(service, 'logIn', logIn)).toMatchObject({ __typename: 'LogInSuccess' });
    expect(await counted('logIn.installation')).toBe(before);
  });

  it('on a device that was stolen leave another of the same account its share, and strangers theirs', async () => {
    const { phone, deviceToken } = await newHolder(service);
    const second = await logInFrom(phone, { device: deviceOf('installation-2') }, '203.0.113.8');
    let looked = 0;
    for (let time = 0; time < 40; time++) {
      const { __typename } = await logInFrom(
        phone,
        { deviceToken, device: deviceOf('installation-1'), password: 'wrong' },
        newAddress(),
      );
      if (__typename === 'LogInFailedError') looked++;
      service.clock.advance(16 * minute);
    }
    // Eight of its own, then what strangers have.
    expect(looked).toBe(8 + 9);
    const onSecond = { deviceToken: second.deviceToken, device: deviceOf('installation-2') };
    expect(await logInFrom(phone, onSecond, newAddress())).toMatchObject({ __typename: 'LogInSuccess' });
  });

  it('count as those of a stranger with a token of another account, or one that is forged', async () => {
    const [{ phone }, other] = [await newHolder(service), await newHolder(service)];
    await guessWrong(phone, 9);
    for (const deviceToken of [other.deviceToken, `${other.deviceToken}x`, 'x'])
      expect(await logInFrom(phone, { deviceToken, device: deviceOf(newInstallation()) }, newAddress())).toMatchObject({
        __typename: 'TooManyRequestsError',
      });
  });

  it.each(['known', 'unknown'])(
    'are counted exactly when a hundred come at once for a phone that is %s',
    async (kind) => {
      const phone = kind === 'known' ? (await newHolder(service)).phone : newPhone();
      const [strangers, verifications] = [await counted('logIn.stranger'), service.counts.verifications];
      const answers = await Promise.all(Array.from({ length: 100 }, () => guess(phone)));
      expect(answers.filter(({ __typename }) => __typename === 'LogInFailedError')).toHaveLength(5);
      expect(answers.filter(({ __typename }) => __typename === 'TooManyRequestsError')).toHaveLength(95);
      expect(await counted('logIn.stranger')).toBe(strangers + 5);
      expect(service.counts.verifications).toBe(verifications + 5);
    },
  );

  it('count for one request that carries many, whatever their keys', async () => {
    const phone = newPhone();
    const logIns = Array.from({ length: 20 }, (_, index) => `a${index}: logIn(input: $input) { __typename }`).join(' ');
    const { data } = await service.ask(`mutation ($input: LogInInput!) { ${logIns} }`, {
      input: { ...logInInput(phone), idempotencyKey: randomUUID() },
    });
    expect(
      Object.values(data ?? {}).filter((answer) => (answer as Outcome).__typename === 'LogInFailedError'),
    ).toHaveLength(5);
  });

  it('bound what one address tries, whomever it tries', async () => {
    const address = newAddress();
    const answers = await Promise.all(Array.from({ length: 70 }, () => guess(newPhone(), 'wrong', address)));
    expect(answers.filter(({ __typename }) => __typename === 'LogInFailedError')).toHaveLength(60);
  });

  it('of one address are a part of what strangers have at one phone: another address still gets in', async () => {
    const { phone } = await newHolder(service);
    const [address, from] = [newAddress(), service.clock.now().getTime()];
    const looked = { once: 0, all: 0 };
    for (let step = 0; step < 23 * 4; step++) {
      const answer = await guess(phone, 'not the right one', address);
      if (answer.__typename === 'LogInFailedError') looked.all++;
      else expect(Date.parse(answer.retryAt ?? '')).toBe(from + day);
      if (step === 6) {
        looked.once = looked.all;
        expect(await guess(phone, password)).toMatchObject({ __typename: 'LogInSuccess' });
      }
      service.clock.advance(15 * minute);
    }
    expect(looked).toEqual({ once: 5, all: 5 });
    // It may try others, and where it is known it has what is known.
    expect(await guess(newPhone(), 'not the right one', address)).toMatchObject({ __typename: 'LogInFailedError' });
    expect(await logInFrom(phone, { device: deviceOf('installation-1') }, address)).toMatchObject({
      __typename: 'LogInSuccess',
    });
  });

  it('are fifty in an account-day at most, by all lanes together', async () => {
    const { phone, deviceToken } = await newHolder(service);
    const before = service.counts.verifications;
    const others = ['installation-2', 'installation-3'];
    const tokens = new Map<string, string>([['installation-1', deviceToken]]);
    for (const installation of others)
      tokens.set(installation, (await logInFrom(phone, { device: deviceOf(installation) }, '127.0.0.1')).deviceToken!);
    const proof = await service.proofOf('RESET_PASSWORD', phone);
    const proved = { phone, newPassword: 'nine quiet lanterns drift', proof, installationId: 'installation-9' };
    tokens.set('installation-9', (await mutate(service, 'resetPassword', proved)).deviceToken!);
    const rightOnes = service.counts.verifications - before;
    for (let step = 0; step < 2 * 24 - 1; step++) {
      await Promise.all(
        [...tokens].flatMap(([installation, token]) => [
          logInFrom(phone, { deviceToken: token, device: deviceOf(installation), password: 'x' }, '127.0.0.1'),
          logInFrom(phone, { device: deviceOf(installation), password: 'x' }, newAddress()),
          guess(phone),
        ]),
      );
      service.clock.advance(30 * minute);
    }
    expect(service.counts.verifications - before - rightOnes).toBe(guessesPerDayMax);
  });
});

describe('the lock', () => {
  it('comes after fifty of strangers, once, and the answer does not say so', async () => {
    const { phone, viewer } = await newHolder(service);
    const stranger = newPhone();
    await guessWrong(phone, failuresMax - 1);
    expect(await guessWrong(phone, 1)).toEqual(await guessWrong(stranger, failuresMax));
    service.clock.advance(day);
    const verifications = service.counts.verifications;
    expect(await guess(phone, password)).toEqual(await guess(stranger));
    expect(await guess(phone, password)).toMatchObject({ __typename: 'LogInFailedError', code: 'LOG_IN_FAILED' });
    expect(service.counts.verifications).toBe(verifications);
    const locks = (await eventsOf(service, viewer.accountId)).filter(
      ({ type }) => type === 'bindery.account.locked.v1',
    );
    expect(locks).toMatchObject([{ data: { scope: 'LOGIN', reason: 'TOO_MANY_FAILURES' } }]);
  });

  it('keeps out whom we do not know and nobody else, and stays for strangers when its owner logs in', async () => {
    const { phone, deviceToken } = await newHolder(service);
    await guessWrong(phone, failuresMax);
    service.clock.advance(day);
    expect(await guess(phone, password)).toMatchObject({ __typename: 'LogInFailedError' });
    expect(await logInFrom(phone, { deviceToken, device: deviceOf('installation-1') }, newAddress())).toMatchObject({
      __typename: 'LogInSuccess',
      account: { standing: 'LOCKED' },
    });
    expect(await guess(phone, password)).toMatchObject({ __typename: 'LogInFailedError' });
  });

  it('leaves open sessions open', async () => {
    const { phone, viewer } = await newHolder(service);
    await guessWrong(phone, failuresMax);
    const { data } = await service.ask('{ viewer { standing } }', {}, { viewer });
    expect(data).toEqual({ viewer: { standing: 'LOCKED' } });
  });

  it('comes on the next try when the process died between the fiftieth and its lock', async () => {
    const { phone, viewer } = await newHolder(service);
    await guessWrong(phone, failuresMax);
    await service.sql("UPDATE account SET standing = 'GOOD' WHERE id = $1", [viewer.accountId]);
    service.clock.advance(day);
    await guess(phone);
    expect(
      (await eventsOf(service, viewer.accountId)).filter(({ type }) => type === 'bindery.account.locked.v1'),
    ).toHaveLength(2);
  });
});
