import { newId, type Id } from '@bindery/kernel';
import type { GatewayClaims } from '@bindery/trust';
import { testViewer } from '@bindery/trust/testing';
import { budgetWindowMs } from './budget.rules';
import { createSixDigitCode } from '../factors/sms-code/six-digit-code';
import { deriveKey } from '../keys';
import {
  aHolder,
  answer,
  loggedIn,
  newBindingId,
  newPhone,
  resend,
  start,
  startBind,
  type Answer,
} from '../testing/operations';
import { startVerification, type RunningVerification } from '../testing/start-verification';

const codeKey = Buffer.alloc(32, 5).toString('base64');
let service: RunningVerification;
beforeAll(
  async () =>
    (service = await startVerification({
      withJobs: false,
      env: { CODES_PER_ADDRESS_PER_DAY: '8', CODE_KEY: codeKey },
    })),
);
afterAll(() => service.stop());

/** An address that no other test comes from. */
let addresses = 0;
const newAddress = () => ({ clientAddress: `192.0.2.${++addresses}` });
const reset = (phone: string, claims: Partial<GatewayClaims> = newAddress(), more: object = {}) =>
  start(service, { purpose: { action: 'RESET_PASSWORD' }, phone, ...more }, claims);
const hour = 60 * 60_000;

const { codeOf } = createSixDigitCode(deriveKey(Buffer.from(codeKey, 'base64'), 'code'));
async function rightFor(challengeId: string): Promise<string> {
  const [row] = await service.sql<{ id: Id<'challenge'>; factorState: string }>(
    'SELECT id, code_salt AS "factorState" FROM challenge WHERE id = $1',
    [challengeId],
  );
  return codeOf(row!);
}
const wrongFor = async (challengeId: string) => ((await rightFor(challengeId)) === '000000' ? '000001' : '000000');
const answerRight = async (challengeId: string) => answer(service, challengeId, await rightFor(challengeId));
const kinds = (answers: Answer[]) => answers.map(({ __typename }) => __typename);
const count = (answers: Answer[], kind: string) => kinds(answers).filter((one) => one === kind).length;

describe('budgets of codes', () => {
  it('give an account ten codes a day, also when thirty are asked for at once, and say when the next may be', async () => {
    const { claims } = await aHolder(service);
    const first = service.clock.now();
    const answers = await Promise.all(
      Array.from({ length: 30 }, () =>
        start(service, { purpose: { action: 'BIND', subjectId: newBindingId() } }, claims),
      ),
    );
    expect([count(answers, 'StartChallengeSuccess'), count(answers, 'TooManyChallengesError')]).toEqual([10, 20]);
    const retryAt = new Date(first.getTime() + budgetWindowMs).toISOString();
    const refused = answers.find(({ __typename }) => __typename === 'TooManyChallengesError');
    expect(refused).toMatchObject({
      retryAt,
      remedies: [
        { code: 'StopRetrying', until: retryAt },
        { code: 'TryAgain', at: retryAt },
        { code: 'ContactSupport' },
      ],
    });
    service.clock.advance(budgetWindowMs - 1);
    expect((await start(service, { purpose: { action: 'BIND', subjectId: newBindingId() } }, claims)).__typename).toBe(
      'TooManyChallengesError',
    );
    service.clock.advance(1);
    expect((await start(service, { purpose: { action: 'BIND', subjectId: newBindingId() } }, claims)).__typename).toBe(
      'StartChallengeSuccess',
    );
  });

  it('allow fifty guesses in an account-day, however many codes are asked for', async () => {
    const holder = await aHolder(service);
    let looked = 0;
    for (let n = 0; n < 12; n++) {
      const challenge = await startBind(service, holder);
      if (!challenge) continue;
      const wrong = await wrongFor(challenge.id);
      const guesses = await Promise.all(
        Array.from({ length: 8 }, () => answer(service, challenge.id, wrong, holder.claims)),
      );
      looked += count(guesses, 'WrongCodeError');
    }
    expect(looked).toBe(50);
  });

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
          Array.from({ length: 8 }, async () => answer(service, challenge.id, await wrongFor(challenge.id))),
        );
        looked += count(guesses, 'WrongCodeError');
      }
      service.clock.advance(hour);
    }
    expect(looked).toBe(50);
  });

  it('leave the owner of a bombed number all codes of their account, and tell how many', async () => {
    const holder = await aHolder(service);
    await Promise.all(Array.from({ length: 12 }, () => reset(holder.phone)));
    const remaining = async () => {
      const { data }: Answer = await service.ask(
        'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Binding { requiredProofs { action factors remaining } } } }',
        { r: [{ __typename: 'Binding', id: newBindingId(), proofAsked: 'UNBIND' }] },
        holder.claims,
      );
      return data._entities[0].requiredProofs;
    };
    expect(await remaining()).toEqual([{ action: 'UNBIND', factors: ['SMS_CODE'], remaining: 10 }]);
    await startBind(service, holder);
    expect((await remaining())[0].remaining).toBe(9);
  });

  it('count a number for all accounts that have it', async () => {
    const holder = await aHolder(service);
    const accountId = newId('account');
    const data = {
      accountId,
      contactPointId: newId('contact_point'),
      channel: 'SMS',
      sealedAddress: await service.seal(holder.phone),
      at: service.clock.now().toISOString(),
    } as const;
    await service.eventLog.publish('identity', {
      type: 'bindery.account.contact-point-confirmed.v1',
      key: accountId,
      sequence: 2,
      data,
    });
    const both = [holder.claims, { viewer: testViewer({ accountId }) }];
    const answers = await Promise.all(
      Array.from({ length: 14 }, (_, n) =>
        start(service, { purpose: { action: 'BIND', subjectId: newBindingId() } }, both[n % 2]),
      ),
    );
    expect(count(answers, 'StartChallengeSuccess')).toBe(10);
  });

  it('bound what strangers ask for from one address, whichever the numbers, and nobody who is signed in', async () => {
    const claims = newAddress();
    const answers = await Promise.all(Array.from({ length: 12 }, () => reset(newPhone(), claims)));
    expect([count(answers, 'StartChallengeSuccess'), count(answers, 'TooManyChallengesError')]).toEqual([8, 4]);
    expect(
      await startBind(
        service,
        await aHolder(service).then((holder) => ({ ...holder, claims: { ...holder.claims, ...claims } })),
      ),
    ).toMatchObject({ state: 'PENDING' });
    expect((await reset(newPhone())).__typename).toBe('StartChallengeSuccess');
  });

  it('break the circuit of what is spent, that of strangers and that of proven contacts each for itself', async () => {
    const small = await startVerification({
      withJobs: false,
      env: { PHONE_COUNTRIES: 'CN,GB', MESSAGES_PER_HOUR: '6', MESSAGES_PER_COUNTRY_PER_HOUR: '4' },
    });
    try {
      const register = (phone: string) => start(small, { purpose: { action: 'REGISTER' }, phone }, newAddress());
      const started = [];
      for (const phone of ['+447400123456', '+447400123457', '+447400123458', newPhone(), newPhone()])
        started.push(await register(phone));
      // Strangers have half: two to one country, three in all.
      expect(kinds(started)).toEqual([
        ...Array(2).fill('StartChallengeSuccess'),
        'TooManyChallengesError',
        'StartChallengeSuccess',
        'TooManyChallengesError',
      ]);
      expect(Date.parse(started[2].retryAt) - small.clock.now().getTime()).toBe(hour);
      expect(small.lines.join('')).toContain('message.spend.stranger');
      const holder = await aHolder(small);
      for (let n = 0; n < 4; n++) expect(await startBind(small, holder)).toMatchObject({ state: 'PENDING' });
      expect(await startBind(small, holder)).toBeUndefined();
      small.clock.advance(hour);
      const challenge = await startBind(small, holder);
      for (let n = 0; n < 3; n++) await startBind(small, holder);
      small.clock.advance(60_000);
      expect(await resend(small, challenge.id, holder.claims)).toMatchObject({
        __typename: 'ResendTooSoonError',
        at: new Date(small.clock.now().getTime() + hour - 60_000).toISOString(),
      });
    } finally {
      await small.stop();
    }
  });

  it('are drawn on by many at once who ask for the same from one place', async () => {
    const [holder, phone, address, subjectId] = [await aHolder(service), newPhone(), newAddress(), newBindingId()];
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        n % 2 ? reset(phone, address) : start(service, { purpose: { action: 'BIND', subjectId } }, holder.claims),
      ),
    );
    expect([count(answers, 'StartChallengeSuccess'), count(answers, 'TooManyChallengesError')]).toEqual([6, 2]);
  });

  it('use up nothing for a refused start', async () => {
    const holder = await aHolder(service);
    await Promise.all(
      Array.from({ length: 12 }, () =>
        start(service, { purpose: { action: 'UNBIND', subjectId: newBindingId() } }, holder.claims),
      ),
    );
    expect(await startBind(service, holder)).toMatchObject({ state: 'PENDING' });
  });
});
