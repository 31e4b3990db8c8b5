import { newId, type Id } from '@bindery/kernel';
import { testViewer } from '@bindery/trust/testing';
import { budgetWindowMs } from './budget.rules';
import { createSixDigitCode } from '../factors/sms-code/six-digit-code';
import { deriveKey } from '../keys';
import { aHolder, answer, newBindingId, newPhone, start, startBind, type Answer } from '../testing/operations';
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
const reset = (phone: string, claims = newAddress()) =>
  start(service, { purpose: { action: 'RESET_PASSWORD' }, phone }, claims);
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
    const { codeOf } = createSixDigitCode(deriveKey(Buffer.from(codeKey, 'base64'), 'code'));
    let looked = 0;
    for (let n = 0; n < 12; n++) {
      const challenge = await startBind(service, holder);
      if (!challenge) continue;
      const [row] = await service.sql<{ id: Id<'challenge'>; factorState: string }>(
        'SELECT id, code_salt AS "factorState" FROM challenge WHERE id = $1',
        [challenge.id],
      );
      const wrong = codeOf(row!) === '000000' ? '000001' : '000000';
      const guesses = await Promise.all(
        Array.from({ length: 8 }, () => answer(service, challenge.id, wrong, holder.claims)),
      );
      looked += count(guesses, 'WrongCodeError');
    }
    expect(looked).toBe(50);
  });

  it('let strangers send five codes a day to one number, from wherever they ask', async () => {
    const phone = newPhone();
    const answers = await Promise.all(Array.from({ length: 12 }, () => reset(phone)));
    expect([count(answers, 'StartChallengeSuccess'), count(answers, 'TooManyChallengesError')]).toEqual([5, 7]);
  });

  it('leave the owner of a bombed number five codes, and tell how many', async () => {
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
    expect(await remaining()).toEqual([{ action: 'UNBIND', factors: ['SMS_CODE'], remaining: 5 }]);
    await startBind(service, holder);
    expect((await remaining())[0].remaining).toBe(4);
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
