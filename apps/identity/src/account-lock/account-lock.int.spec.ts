import { randomUUID } from 'node:crypto';
import { failuresMax } from './account-lock.rules';
import { eventsOf, logInInput, mutate, newHolder, newPhone, password, type Outcome } from '../testing/holder';
import { startTestIdentity, type TestIdentity } from '../testing/identity-service';

let service: TestIdentity;
beforeAll(async () => void (service = await startTestIdentity()));
afterAll(() => service.stop());

const guess = (phone: string, text = 'not the right one') =>
  mutate(service, 'logIn', logInInput(phone, { password: text }));

/** Guesses wrong so many times, waiting out each delay. */
async function guessWrong(phone: string, times: number): Promise<Outcome | undefined> {
  let last: Outcome | undefined;
  for (let time = 0; time < times; time++) {
    last = await guess(phone);
    service.clock.advance(16 * 60_000);
  }
  return last;
}

const failuresSum = async () =>
  Number((await service.sql<{ sum: string }>('SELECT coalesce(sum(failures), 0) AS sum FROM log_in_failure'))[0]?.sum);

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

  it('make everybody wait longer from the fifth on, known or not', async () => {
    const { phone } = await newHolder(service);
    for (const number of [phone, newPhone()]) {
      for (let time = 0; time < 5; time++)
        expect(await guess(number)).toMatchObject({ __typename: 'LogInFailedError' });
      const refused = await guess(number);
      expect(refused).toMatchObject({
        __typename: 'TooManyRequestsError',
        remedies: [{ code: 'StopRetrying' }, { code: 'TryAgain' }],
      });
      expect(Date.parse(refused.retryAt ?? '') - service.clock.now().getTime()).toBe(1_000);
      service.clock.advance(1_000);
      expect(await guess(number)).toMatchObject({ __typename: 'LogInFailedError' });
      expect(Date.parse((await guess(number)).retryAt ?? '') - service.clock.now().getTime()).toBe(2_000);
    }
  });

  it('do not let the right password in while guesses wait, and are forgotten after it', async () => {
    const { phone } = await newHolder(service);
    for (let time = 0; time < 5; time++) await guess(phone);
    expect(await guess(phone, password)).toMatchObject({ __typename: 'TooManyRequestsError' });
    service.clock.advance(1_000);
    expect(await guess(phone, password)).toMatchObject({ __typename: 'LogInSuccess' });
    expect(await guess(phone)).toMatchObject({ __typename: 'LogInFailedError' });
    expect(await guess(phone, password)).toMatchObject({ __typename: 'LogInSuccess' });
  });

  it('are forgotten after a repeated login too, which is a guess like any other', async () => {
    const { phone } = await newHolder(service);
    const logIn = logInInput(phone, { idempotencyKey: randomUUID() });
    await mutate(service, 'logIn', logIn);
    for (let time = 0; time < 4; time++) await guess(phone);
    expect(await mutate(service, 'logIn', logIn)).toMatchObject({ __typename: 'LogInSuccess' });
    for (let time = 0; time < 5; time++) expect(await guess(phone)).toMatchObject({ __typename: 'LogInFailedError' });
  });

  it.each(['known', 'unknown'])(
    'are counted exactly when a hundred come at once for a phone that is %s',
    async (kind) => {
      const phone = kind === 'known' ? (await newHolder(service)).phone : newPhone();
      const [failures, verifications] = [await failuresSum(), service.counts.verifications];
      const answers = await Promise.all(Array.from({ length: 100 }, () => guess(phone)));
      expect(answers.filter(({ __typename }) => __typename === 'LogInFailedError')).toHaveLength(5);
      expect(answers.filter(({ __typename }) => __typename === 'TooManyRequestsError')).toHaveLength(95);
      expect(await failuresSum()).toBe(failures + 5);
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

  it('lock after fifty, once, and the answer does not say so', async () => {
    const { phone, viewer } = await newHolder(service);
    const stranger = newPhone();
    await guessWrong(phone, failuresMax - 1);
    expect(await guessWrong(phone, 1)).toEqual(await guessWrong(stranger, failuresMax));
    const verifications = service.counts.verifications;
    expect(await guess(phone, password)).toEqual(await guess(stranger));
    expect(await guess(phone, password)).toMatchObject({ __typename: 'LogInFailedError', code: 'LOG_IN_FAILED' });
    expect(service.counts.verifications).toBe(verifications);
    const locks = (await eventsOf(service, viewer.accountId)).filter(
      ({ type }) => type === 'bindery.account.locked.v1',
    );
    expect(locks).toMatchObject([{ data: { scope: 'LOGIN', reason: 'TOO_MANY_FAILURES' } }]);
  });

  it('leave open sessions open', async () => {
    const { phone, viewer } = await newHolder(service);
    await guessWrong(phone, failuresMax);
    const { data } = await service.ask('{ viewer { standing } }', {}, { viewer });
    expect(data).toEqual({ viewer: { standing: 'LOCKED' } });
  });

  it('lock on the next try when the process died between the fiftieth and its lock', async () => {
    const { phone, viewer } = await newHolder(service);
    await guess(phone);
    await service.sql('UPDATE log_in_failure SET failures = $1', [failuresMax]);
    await guess(phone);
    expect((await eventsOf(service, viewer.accountId)).at(-1)?.type).toBe('bindery.account.locked.v1');
  });
});
