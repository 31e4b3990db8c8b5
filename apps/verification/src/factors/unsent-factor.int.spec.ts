import { decodeJwt } from 'jose';
import {
  aHolder,
  answer,
  eventsOf,
  newBindingId,
  newPhone,
  readChallenge,
  resend,
  start,
  startBind,
  wrongCode,
  type Answer,
  type Holder,
} from '../testing/operations';
import { startVerification, type RunningVerification } from '../testing/start-verification';
import { enrol } from '../testing/time-code';

/** All that a new factor is: its module, and its line. */
jest.mock('./registered', () => {
  const { registered } = jest.requireActual<typeof import('./registered')>('./registered');
  const { timeCode } = jest.requireActual<typeof import('../testing/time-code')>('../testing/time-code');
  return { registered: [...registered, timeCode] };
});

let service: RunningVerification;
let holder: Holder;
let shown: (at: Date) => string;
beforeAll(async () => (service = await startVerification({ withJobs: false })));
afterAll(() => service.stop());
beforeEach(async () => {
  holder = await aHolder(service);
  shown = enrol(holder.accountId);
});

const startBy = (factor: string, { claims }: Holder): Promise<Answer> =>
  start(service, { factor, purpose: { action: 'BIND', subjectId: newBindingId() } }, claims);
const code = () => shown(service.clock.now());

describe('a factor that sends nothing', () => {
  it('starts a challenge that goes nowhere', async () => {
    const { challenge } = await startBy('TIME_CODE', holder);
    expect(challenge).toMatchObject({
      factor: 'TIME_CODE',
      state: 'PENDING',
      attemptsLeft: 5,
      sentTo: '',
      resend: { left: 0, at: null },
      delivery: { state: 'NOT_SENT', at: service.clock.now().toISOString() },
      alternatives: [{ factor: 'SMS_CODE' }],
    });
    expect(await eventsOf(service, challenge.id)).toMatchObject([
      { type: 'bindery.challenge.started.v1', data: { factor: 'TIME_CODE' } },
    ]);
    expect(await resend(service, challenge.id, holder.claims)).toMatchObject({ __typename: 'ResendsUsedUpError' });
    const jobs = await service.sql('SELECT 1 FROM graphile_worker._private_jobs WHERE payload::text LIKE $1', [
      `%${challenge.id}%`,
    ]);
    expect(jobs).toEqual([]);
  });

  it('has its answers counted and gives a proof that names it, the same for the same answer', async () => {
    const { challenge } = await startBy('TIME_CODE', holder);
    expect(await answer(service, challenge.id, '12345', holder.claims)).toMatchObject({
      __typename: 'InvalidInputError',
      message: 'The app shows six digits.',
    });
    expect(await answer(service, challenge.id, wrongCode(code()), holder.claims)).toMatchObject({
      __typename: 'WrongCodeError',
      attemptsLeft: 4,
      remedies: [
        { code: 'TryAgain', left: 4 },
        { code: 'UseOtherFactor', factor: 'SMS_CODE' },
      ],
    });
    const { proof } = await answer(service, challenge.id, code(), holder.claims);
    expect(decodeJwt(proof.token)).toMatchObject({ sub: holder.accountId, action: 'BIND', factor: 'TIME_CODE' });
    expect((await answer(service, challenge.id, code(), holder.claims)).proof).toEqual(proof);
    expect((await readChallenge(service, challenge.id, holder.claims)).state).toBe('ANSWERED');
  });

  it('decides by its own state and the time: a code is good once and in its half minute', async () => {
    const [first, second] = [await startBy('TIME_CODE', holder), await startBy('TIME_CODE', holder)];
    const early = code();
    expect((await answer(service, first.challenge.id, early, holder.claims)).__typename).toBe('AnswerChallengeSuccess');
    expect((await answer(service, second.challenge.id, early, holder.claims)).__typename).toBe('WrongCodeError');
    service.clock.advance(30_000);
    expect((await answer(service, second.challenge.id, early, holder.claims)).__typename).toBe('WrongCodeError');
    expect((await answer(service, second.challenge.id, code(), holder.claims)).__typename).toBe(
      'AnswerChallengeSuccess',
    );
  });

  it('is another way only for who has it, and none for who is not signed in', async () => {
    const without = await aHolder(service);
    const alternatives = async (who: Holder) => (await startBind(service, who)).alternatives;
    expect([await alternatives(holder), await alternatives(without)]).toEqual([[{ factor: 'TIME_CODE' }], []]);
    expect(await startBy('TIME_CODE', without)).toMatchObject({
      __typename: 'NoContactPointError',
      remedies: [{ code: 'UseOtherFactor', factor: 'SMS_CODE' }, { code: 'ContactSupport' }],
    });
    const register = { factor: 'TIME_CODE', purpose: { action: 'REGISTER' }, phone: newPhone() };
    expect(await start(service, register)).toMatchObject({ __typename: 'NoContactPointError' });
  });

  it('draws on the codes of its account with all others', async () => {
    for (const factor of ['TIME_CODE', 'SMS_CODE', 'TIME_CODE', 'SMS_CODE', 'TIME_CODE'])
      for (const _twice of [1, 2]) expect((await startBy(factor, holder)).__typename).toBe('StartChallengeSuccess');
    expect((await startBy('TIME_CODE', holder)).__typename).toBe('TooManyChallengesError');
  });

  it('waits by its own words', async () => {
    const { challenge } = await startBy('TIME_CODE', holder);
    const { data }: Answer = await service.ask(
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Account { waiting { subject title } } } }',
      { r: [{ __typename: 'Account', id: holder.accountId }] },
      { ...holder.claims, locale: 'en' },
    );
    expect(data._entities[0].waiting).toEqual([{ subject: challenge.id, title: 'Enter the code that your app shows' }]);
  });
});
