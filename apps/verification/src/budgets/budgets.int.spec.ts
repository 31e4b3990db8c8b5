import { newId } from '@bindery/kernel';
import { testViewer } from '@bindery/trust/testing';
import { budgetWindowMs } from './budget.rules';
import { aHolder, answer, newBindingId, newPhone, resend, start, startBind, type Answer } from '../testing/operations';
import { knownCodeKey, readWrongCode } from '../testing/read-code';
import { startVerification, type RunningVerification } from '../testing/start-verification';

let service: RunningVerification;
beforeAll(
  async () =>
    (service = await startVerification({
      withJobs: false,
      env: { CODES_PER_ADDRESS_PER_DAY: '8', CODE_KEY: knownCodeKey },
    })),
);
afterAll(() => service.stop());

/** An address that no other test comes from. */
let addresses = 0;
const newAddress = () => ({ clientAddress: `192.0.2.${++addresses}` });
const reset = (phone: string, claims = newAddress()) =>
  start(service, { purpose: { action: 'RESET_PASSWORD' }, phone }, claims);
const hour = 60 * 60_000;

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
      const wrong = await readWrongCode(service, challenge.id);
      const guesses = await Promise.all(
        Array.from({ length: 8 }, () => answer(service, challenge.id, wrong, holder.claims)),
      );
      looked += count(guesses, 'WrongCodeError');
    }
    expect(looked).toBe(50);
  });

  it('leave the owner of a bombed number all codes of their account, and tell how many', async () => {
    const holder = await aHolder(service);
    await Promise.all(Array.from({ length: 12 }, () => reset(holder.phone)));
    const remaining = async () => {
      const { data }: Answer = await service.ask(
        'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Binding { requiredProofs { action factors remaining } } } }',
        { r: [{ __typename: 'Binding', id: newBindingId(), proofsAsked: ['UNBIND'] }] },
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

  it('leave something of one number to others when one address asks for all it can have', async () => {
    const phone = newPhone();
    const atOnce = async (action: string, claims = newAddress()) => {
      const asked = () => start(service, { purpose: { action }, phone }, claims);
      const answers = await Promise.all(Array.from({ length: 4 }, asked));
      return count(answers, 'StartChallengeSuccess');
    };
    const [one, other] = [newAddress(), newAddress()];
    expect([await atOnce('RESET_PASSWORD', one), await atOnce('RESET_PASSWORD', other)]).toEqual([1, 1]);
    expect([await atOnce('REGISTER', one), await atOnce('REGISTER', other)]).toEqual([2, 1]);
    // A day: what comes back at the number does not all come back to one address.
    const rest = { reset: 0, register: 0 };
    for (let step = 0; step < 23; step++) {
      service.clock.advance(hour);
      rest.reset += await atOnce('RESET_PASSWORD', one);
      rest.register += await atOnce('REGISTER', one);
    }
    expect(rest).toEqual({ reset: 1, register: 1 });
    expect([await atOnce('RESET_PASSWORD'), await atOnce('REGISTER')]).toEqual([1, 1]);
  });

  it('break the circuit of what is spent, that of strangers and that of proven contacts each for itself', async () => {
    const small = await startVerification({
      withJobs: false,
      env: { PHONE_COUNTRIES: 'CN,GB,GG', MESSAGES_PER_HOUR: '6', MESSAGES_PER_COUNTRY_PER_HOUR: '4' },
    });
    try {
      const register = (phone: string) => start(small, { purpose: { action: 'REGISTER' }, phone }, newAddress());
      const started = [];
      for (const phone of ['+447400123456', '+447400123457', '+447400123458', '+447911123456', newPhone()])
        started.push(await register(phone));
      // Strangers have half: two to one country, three in all. Guernsey is another country, of the same calling code.
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
    expect([count(answers, 'StartChallengeSuccess'), count(answers, 'TooManyChallengesError')]).toEqual([5, 3]);
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
