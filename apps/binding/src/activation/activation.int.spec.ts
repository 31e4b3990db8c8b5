import type { Id } from '@bindery/kernel';
import {
  aHolder,
  bankCard,
  bind,
  confirm,
  mutate,
  newKey,
  readBinding,
  settle,
  startInput,
  type Holder,
} from '../testing/holder';
import { checkHistory } from '../testing/history-checker';
import { startBindingService, type RunningBinding } from '../testing/start-binding-service';

let service: RunningBinding;
let holder: Holder;
beforeAll(async () => {
  service = await startBindingService();
});
afterAll(() => service.stop());
beforeEach(() => {
  holder = aHolder();
});
afterEach(async () => void (await checkHistory(service.composed.dataSource)));

const bank = () => service.providers['seaside-bank'];
const read = (bindingId: Id<'binding'>) => readBinding(service, holder, bindingId);
const code = { kind: 'ENTER_CODE', sentTo: '138****8000' } as const;
const inMinutes = (count: number) => new Date(service.clock.now().getTime() + count * 60_000).toISOString();
const answer = (bindingId: Id<'binding'>, input: object, by = holder) =>
  mutate(service, by, 'answerActivation', { bindingId, ...input });

async function activationOf(bindingId: Id<'binding'>) {
  const query =
    'query ($id: ID!) { binding(id: $id) { activation { steps { kind url sentTo message scheme } until } nextSteps { code until url } } }';
  const { activation, nextSteps } = (await service.ask(query, { id: bindingId }, holder.claims)).data.binding;
  // One truth: the step is until the same moment, at the same page.
  if (activation)
    expect(nextSteps[0]).toEqual({ code: 'ACTIVATE', until: activation.until, url: activation.steps[0].url });
  return activation;
}

/** A card that its bank activates by a code. */
const awaiting = (...steps: object[]) => awaitingBy(holder, bankCard(), ...steps);

async function awaitingBy(by: Holder, card: object, ...steps: object[]): Promise<Id<'binding'>> {
  bank().plan('BIND', 'ACTIVATION');
  bank().activation = { steps: steps as never, until: inMinutes(60) };
  const started = await mutate(service, by, 'startBinding', startInput(by, 'seaside-bank', card));
  await confirm(service, by, started.binding.id);
  await settle(service);
  return started.binding.id;
}

describe('what a provider waits for', () => {
  it('is shown with its deadline, and gone when it is done', async () => {
    const bindingId = await awaiting({ kind: 'AT_PROVIDER' }, code);
    expect(await read(bindingId)).toMatchObject({
      phase: 'AWAITING_ACTIVATION',
      nextSteps: [{ code: 'ACTIVATE' }, {}],
    });
    const none = { url: null, sentTo: null, message: null, scheme: null };
    expect(await activationOf(bindingId)).toEqual({
      steps: [
        { ...none, kind: 'AT_PROVIDER' },
        { ...none, ...code },
      ],
      until: bank().activation?.until,
    });
    expect(await answer(bindingId, { code: '482 913' })).toMatchObject({
      __typename: 'AnswerActivationSuccess',
      binding: { status: 'ACTIVE', activation: null },
    });
    const kept = await service.composed.dataSource.query('SELECT activation FROM operation WHERE binding_id = $1', [
      bindingId,
    ]);
    expect(kept).toEqual([{ activation: null }]);
  });

  it('is asked for anew when it has closed at the provider and nothing came of it', async () => {
    const sent = (to: number) => ({ kind: 'ENTER_CODE', sentTo: `138****${to}` }) as const;
    const bindingId = await awaiting(sent(8001));
    const until = inMinutes(120);
    const query = jest.spyOn(bank().connector, 'query').mockResolvedValue({ status: 'OPERATION_UNKNOWN' });
    const send = jest
      .spyOn(bank().connector, 'send')
      .mockResolvedValue({ status: 'PENDING', activation: { steps: [sent(8002)], until } });
    service.clock.advance(11 * 60_000);
    await service.jobs.run();
    expect(await activationOf(bindingId)).toMatchObject({ steps: [sent(8002)], until });
    expect(send).toHaveBeenCalledTimes(1);
    query.mockRestore();
    send.mockRestore();
  });

  describe('beyond what its style has', () => {
    const toSign = {
      kind: 'SIGN_MESSAGE',
      message: 'I give all that I have to Mallory.\nThis moves no funds, costs nothing and allows nobody to spend.',
      scheme: 'EIP_191',
    } as const;
    const page = { kind: 'OPEN_LINK', url: 'https://mallory.example/' } as const;

    it('is not shown where it tells so by itself', async () => {
      const bindingId = await awaiting(toSign, page, code);
      expect((await activationOf(bindingId)).steps).toMatchObject([code]);
      expect(await answer(bindingId, { signature: '0xab' })).toMatchObject({ code: 'NOTHING_TO_ANSWER' });
      expect(await activationOf(await awaiting(toSign))).toBeNull();
    });

    it('is not shown where it answers so', async () => {
      const bindingId = await awaiting(code);
      const activation = { steps: [toSign, { ...code, sentTo: '138****8001' }] };
      const query = jest
        .spyOn(bank().connector, 'query')
        .mockResolvedValue({ status: 'ACTIVATION_REQUIRED', activation });
      service.clock.advance(11 * 60_000);
      await service.jobs.run();
      query.mockRestore();
      expect((await activationOf(bindingId)).steps).toMatchObject([{ ...code, sentTo: '138****8001' }]);
    });
  });

  it('is nothing for a card that is bound', async () => {
    const { bindingId } = await bind(service, holder);
    expect(await activationOf(bindingId)).toBeNull();
    expect(await answer(bindingId, { code: '482913' })).toMatchObject({ code: 'TRANSITION_REFUSED', phase: 'BOUND' });
  });
});

describe('answerActivation', () => {
  it('tells a wrong code, how often it can be tried, and takes the right one after it', async () => {
    const bindingId = await awaiting(code);
    bank().answers.push({ status: 'REJECTED', reason: 'CODE_WRONG', attemptsLeft: 2 });
    expect(await answer(bindingId, { code: '000000' })).toMatchObject({
      __typename: 'ActivationRejectedError',
      code: 'CODE_WRONG',
      rejection: 'CODE_WRONG',
      attemptsLeft: 2,
      remedies: [{ code: 'CorrectInput' }, { code: 'ContactProvider' }],
    });
    expect(await read(bindingId)).toMatchObject({ phase: 'AWAITING_ACTIVATION' });
    expect(await answer(bindingId, { code: '482913' })).toMatchObject({ binding: { status: 'ACTIVE' } });
  });

  it('answers a repeated request the same and asks the provider once', async () => {
    const bindingId = await awaiting(code);
    const activate = jest.spyOn(bank().connector, 'activate');
    const idempotencyKey = newKey();
    const first = await answer(bindingId, { idempotencyKey, code: '482913' });
    expect(await answer(bindingId, { idempotencyKey, code: '482913' })).toEqual(first);
    expect(activate).toHaveBeenCalledTimes(1);
    activate.mockRestore();
  });

  it('wants what the step is for, and exactly one', async () => {
    const bindingId = await awaiting(code);
    expect(await answer(bindingId, { signature: '0xab' })).toMatchObject({ code: 'NOTHING_TO_ANSWER' });
    expect(await answer(bindingId, {})).toMatchObject({ code: 'INVALID_INPUT', field: 'code', rule: 'REQUIRED' });
  });

  it('says that the provider does not answer, and nothing is lost', async () => {
    const bindingId = await awaiting(code);
    bank().away = true;
    expect(await answer(bindingId, { code: '482913' })).toMatchObject({
      code: 'PROVIDER_UNAVAILABLE',
      remedies: [{ code: 'TryAgain' }, { code: 'ContactSupport' }],
    });
    bank().away = false;
    expect(await answer(bindingId, { code: '482913' })).toMatchObject({ binding: { status: 'ACTIVE' } });
  });

  it('ends what the provider declines in its answer', async () => {
    const bindingId = await awaiting(code);
    bank().answers.push({ status: 'REFUSED', cause: 'PROVIDER_DECLINED' });
    await answer(bindingId, { code: '482913' });
    expect(await read(bindingId)).toMatchObject({ phase: 'DECLINED' });
  });

  it('is over, and not refused, where its provider says that the time was', async () => {
    const bindingId = await awaiting(code);
    bank().answers.push({ status: 'REFUSED', cause: 'SIGNING_LAPSED' });
    await answer(bindingId, { code: '482913' });
    const asked = await service.ask(
      `query ($id: ID!) { binding(id: $id) { phase lastRefusal { text } nextSteps { code } card { history(first: 1) { edges { node { kind text } } } } } }`,
      { id: bindingId },
      holder.claims,
    );
    expect(asked.data.binding).toMatchObject({
      phase: 'DECLINED',
      lastRefusal: null,
      nextSteps: [{ code: 'REBIND' }],
      card: {
        history: {
          edges: [{ node: { kind: 'LAPSED', text: 'The time to finish was over. It was not signed there in time.' } }],
        },
      },
    });
    expect(
      await service.sql(
        `SELECT 1 FROM outbox_events WHERE key = $1 AND headers ->> 'ce_type' = 'bindery.binding.lapsed.v1'`,
        [bindingId],
      ),
    ).toHaveLength(1);
  });

  it('does not know a binding of somebody else', async () => {
    const bindingId = await awaiting(code);
    expect(await answer(bindingId, { code: '482913' }, aHolder())).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('wrong answers', () => {
  const message = { kind: 'SIGN_MESSAGE', message: 'wallet.example wants you to sign', scheme: 'EIP191' } as const;
  const wrong = (reason: string) => ({ status: 'REJECTED', reason }) as const;

  /** Whatever the step is: the bank of this test would be let ask for a code only. */
  async function awaitingStep(by: Holder, card: object, step: object): Promise<Id<'binding'>> {
    const bindingId = await awaitingBy(by, card, code);
    const activation = JSON.stringify({ steps: [step] });
    await service.sql("UPDATE operation SET activation = $2 WHERE binding_id = $1 AND state = 'OPEN'", [
      bindingId,
      activation,
    ]);
    return bindingId;
  }

  /** So many of a stranger who begins to bind the card, and then the first of its holder, which is right. */
  async function afterWrongOnes(step: object, typed: object, reason: string) {
    const card = bankCard();
    const stranger = aHolder();
    const theirs = await awaitingStep(stranger, card, step);
    bank().answers = Array.from({ length: 10 }, () => wrong(reason));
    for (let time = 0; time < 10; time++)
      expect(await answer(theirs, typed, stranger)).toMatchObject({ __typename: 'ActivationRejectedError' });
    const next = await answer(theirs, typed, stranger);
    const mine = await awaitingStep(holder, card, step);
    return [next, await answer(mine, typed)];
  }
  const tooMany = { __typename: 'TooManyRequestsError' };

  it('of a code are counted by the card, whoever begins to bind it', async () => {
    expect(await afterWrongOnes(code, { code: '000000' }, 'CODE_WRONG')).toMatchObject([tooMany, tooMany]);
  });

  it('of a signature are counted by who gives them: nobody uses up the tries of who has the keys', async () => {
    expect(await afterWrongOnes(message, { signature: '0xab' }, 'SIGNATURE_INVALID')).toMatchObject([
      tooMany,
      { __typename: 'AnswerActivationSuccess', binding: { status: 'ACTIVE' } },
    ]);
  });
});
