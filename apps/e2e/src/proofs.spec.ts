import { newKey, type PlanView } from '@bindery/wallet-client';
import { bindBankCard, prepareUnbind, unbind, type BoundCard } from './testing/cards';
import { expectRefusal, mutate, type Answer } from './testing/mutate';
import { graph, newHolder, world, type Holder } from './system/the-system';

const details = `
  ... on ProofRejectedError { reason }
  ... on UnbindPlanStaleError { changed plan { digest effects { __typename } } }
  ... on UnbindBlockedError { blockers { code text remedies { code } } }
  ... on FeeNotAcceptedError { fee { value currency } }
  ... on TransitionRefusedError { phase possible }`;

const requestUnbind = (
  holder: Holder,
  bindingId: string,
  plan: PlanView,
  proof: string,
  change: object = {},
  locale: 'en' | 'zh-CN' = 'en',
): Promise<Answer> =>
  mutate(
    { graph: graph(locale), accessToken: holder.accessToken },
    'requestUnbind',
    {
      idempotencyKey: newKey(),
      bindingId,
      planDigest: plan.digest,
      reason: 'PRIVACY',
      acceptedFee: plan.fee,
      proof,
      ...change,
    },
    details,
  );

describe('a proof', () => {
  let holder: Holder;
  let bank: BoundCard;
  beforeAll(async () => {
    holder = await newHolder();
    bank = await bindBankCard(holder);
  });

  it('of another action, plan or account, or of nobody, unbinds nothing', async () => {
    const other = await bindBankCard(holder, 'harbour-bank');
    const { plan, proof } = await prepareUnbind(holder, bank.bindingId);
    const later = await holder.preflight(bank.bindingId);
    const forRestore = await holder.prove({ action: 'RESTORE', subjectId: bank.bindingId });
    const stranger = await newHolder();
    const ofStranger = await stranger.prove({ action: 'UNBIND', subjectId: bank.bindingId, planDigest: plan.digest });
    const forOther = await holder.prove({ action: 'UNBIND', subjectId: other.bindingId, planDigest: plan.digest });
    const cases: [PlanView, string, string][] = [
      [later, proof, 'PROOF_FOR_OTHER_PLAN'],
      [plan, forRestore, 'PROOF_FOR_OTHER_ACTION'],
      [plan, ofStranger, 'PROOF_FOR_OTHER_ACCOUNT'],
      [plan, forOther, 'PROOF_FOR_OTHER_SUBJECT'],
      [plan, `${proof}x`, 'PROOF_MALFORMED'],
      [plan, holder.accessToken ?? '', 'PROOF_MALFORMED'],
      [plan, '', 'PROOF_MALFORMED'],
    ];
    for (const [quoted, token, reason] of cases)
      expect(await requestUnbind(holder, bank.bindingId, quoted, token)).toMatchObject({
        __typename: 'ProofRejectedError',
        reason,
      });
    const answer = await requestUnbind(holder, bank.bindingId, plan, forRestore, {}, 'zh-CN');
    expectRefusal(answer, 'ProofRejectedError', 'zh-CN');
    expect(answer.remedies?.[0]?.code).toBe('StartChallenge');
    expect((await holder.card(bank.cardId)).bindings[0]?.status).toBe('ACTIVE');
    // None of the refusals used the right one up.
    expect(await requestUnbind(holder, bank.bindingId, plan, proof)).toMatchObject({
      __typename: 'RequestUnbindSuccess',
    });
  });

  it('restores once: used again for the next unbind it is refused', async () => {
    const person = await newHolder();
    const card = await bindBankCard(person);
    await unbind(person, card);
    const proof = await person.prove({ action: 'RESTORE', subjectId: card.bindingId });
    expect(await person.requestRestore(card.bindingId, proof)).toMatchObject({ __typename: 'RequestRestoreSuccess' });
    await person.waitForStatus(card.cardId, 'ACTIVE');
    await unbind(person, card);
    const again = await mutate(
      person,
      'requestRestore',
      { idempotencyKey: newKey(), bindingId: card.bindingId, proof },
      '... on ProofRejectedError { reason }',
    );
    expectRefusal(again, 'ProofRejectedError');
    expect(again.reason).toBe('PROOF_ALREADY_USED');
  });

  it('is not given for a guess: five wrong codes end the challenge, then the right one is too late', async () => {
    const person = await newHolder();
    const seen = await world.messages(person.person.phone);
    const started = await mutate(
      person,
      'startChallenge',
      { idempotencyKey: newKey(), purpose: { action: 'BIND', subjectId: bank.bindingId } },
      '... on StartChallengeSuccess { challenge { id } }',
    );
    const { id: challengeId } = (started as unknown as { challenge: { id: string } }).challenge;
    const code = await world.nextCode(person.person.phone, seen);
    const wrong = code === '000000' ? '111111' : '000000';
    const answer = (guess: string, locale: 'en' | 'zh-CN' = 'en') =>
      mutate(
        { graph: graph(locale), accessToken: person.accessToken },
        'answerChallenge',
        { challengeId, code: guess },
        '... on WrongCodeError { attemptsLeft } ... on ChallengeEndedError { state }',
      );
    for (const attemptsLeft of [4, 3, 2, 1]) {
      const refused = await answer(wrong, attemptsLeft % 2 ? 'en' : 'zh-CN');
      expectRefusal(refused, 'WrongCodeError', attemptsLeft % 2 ? 'en' : 'zh-CN');
      expect(refused.attemptsLeft).toBe(attemptsLeft);
    }
    await answer(wrong);
    const late = await answer(code);
    expectRefusal(late, 'ChallengeEndedError');
    expect(late.state).toBe('EXHAUSTED');
    expectRefusal(await mutate(person, 'resendChallenge', { challengeId }), 'ChallengeEndedError');
  });
});

describe('a plan', () => {
  let holder: Holder;
  let bank: BoundCard;
  let other: BoundCard;
  beforeAll(async () => {
    holder = await newHolder();
    bank = await bindBankCard(holder);
    other = await bindBankCard(holder, 'harbour-bank');
  });

  it('of another card is stale, and the right one comes with the refusal', async () => {
    const { plan, proof } = await prepareUnbind(holder, other.bindingId);
    const answer = await requestUnbind(holder, bank.bindingId, plan, proof);
    expectRefusal(answer, 'UnbindPlanStaleError');
    expect(answer).toMatchObject({
      changed: expect.arrayContaining(['OTHER_BINDING']),
      plan: { digest: expect.any(String) },
    });
    expect(await requestUnbind(holder, bank.bindingId, plan, proof, { planDigest: 'x'.repeat(43) })).toMatchObject({
      __typename: 'UnbindPlanStaleError',
    });
  });

  it('is stale once another card is the default', async () => {
    const plan = await holder.preflight(bank.bindingId);
    expect(plan.effects.map(({ __typename }) => __typename)).toContain('DefaultMovesEffect');
    const proof = await holder.prove({ action: 'UNBIND', subjectId: bank.bindingId, planDigest: plan.digest });
    await mutate(holder, 'setDefaultCard', { idempotencyKey: newKey(), cardId: other.cardId });
    const answer = await requestUnbind(holder, bank.bindingId, plan, proof, {}, 'zh-CN');
    expectRefusal(answer, 'UnbindPlanStaleError', 'zh-CN');
    expect(answer.changed).toEqual(['EFFECTS']);
    expect(answer.remedies?.map(({ code }) => code)).toContain('ReadPlan');
    expect((answer.plan as PlanView).effects.map(({ __typename }) => __typename)).not.toContain('DefaultMovesEffect');
  });

  it('is stale once money comes in', async () => {
    const { plan, proof } = await prepareUnbind(holder, bank.bindingId);
    await world.setObligations('seaside-bank', bank.credential, {
      balance: { value: 12_300, currency: 'CNY' },
      pending: [],
      mandates: [],
    });
    const answer = await requestUnbind(holder, bank.bindingId, plan, proof);
    expect(answer).toMatchObject({ __typename: 'UnbindPlanStaleError', changed: ['EFFECTS'] });
  });

  it('takes no reason that nobody knows', async () => {
    const plan = await holder.preflight(bank.bindingId);
    await expect(
      requestUnbind(holder, bank.bindingId, plan, 'no.real.proof', { reason: 'BORED' }),
    ).rejects.toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
  });
});
