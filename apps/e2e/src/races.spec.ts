import { eventually } from '@bindery/testing';
import { newKey } from '@bindery/wallet-client';
import {
  bindBankCard,
  credentialsOf,
  newCardNumber,
  newMembership,
  prepareUnbind,
  unbind,
  type BoundCard,
} from './testing/cards';
import { checkHistory } from './testing/check-history';
import { mutate, type Answer } from './testing/mutate';
import { newHolder, world, type Holder } from './system/the-system';

const inParallel = <Value>(count: number, run: (index: number) => Promise<Value>) =>
  Promise.all(Array.from({ length: count }, (_, index) => run(index)));

/** How many answers of each kind, by code where there is one. */
function tally(answers: readonly Answer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { __typename, reason } of answers) {
    const kind = typeof reason === 'string' ? `${__typename} ${reason}` : __typename;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

const expectTypedOnly = (answers: readonly Answer[], success: string, refusals: readonly string[]) => {
  expect(answers.filter(({ __typename }) => __typename === success)).toHaveLength(1);
  for (const kind of Object.keys(tally(answers))) expect([success, ...refusals]).toContain(kind);
};

const lateForUnbind = ['TransitionRefusedError', 'UnbindPlanStaleError', 'ProofRejectedError PROOF_ALREADY_USED'];

describe('at the same time', () => {
  let holder: Holder;
  let bank: BoundCard;
  beforeEach(async () => {
    holder = await newHolder();
    bank = await bindBankCard(holder);
  });

  const unbindInput = (digest: string, proof: string, idempotencyKey = newKey()) => ({
    idempotencyKey,
    bindingId: bank.bindingId,
    planDigest: digest,
    reason: 'PRIVACY',
    acceptedFee: null,
    proof,
  });
  const request = (input: object) =>
    mutate(
      holder,
      'requestUnbind',
      input,
      '... on ProofRejectedError { reason } ... on RequestUnbindSuccess { operation { id } }',
    );

  /** One unbind at the provider, told to its holder once, and a history without a hole. */
  async function expectOneUnbind(): Promise<void> {
    await holder.waitForStatus(bank.cardId, 'UNBOUND');
    expect(await credentialsOf(bank.lastFour)).toMatchObject([{ status: 'ABSENT' }]);
    const { changes } = await holder.history(bank.cardId);
    expect(changes.filter(({ trigger }) => trigger === 'RequestUnbind')).toHaveLength(1);
    await eventually(async () => {
      const texts = (await world.messages(holder.person.phone)).map(({ text }) => text);
      expect(texts.filter((text) => text.includes('was taken off'))).toHaveLength(1);
    });
    await checkHistory(bank.bindingId);
  }

  it('200 unbinds with one proof: exactly one wins', async () => {
    const { plan, proof } = await prepareUnbind(holder, bank.bindingId);
    const answers = await inParallel(200, () => request(unbindInput(plan.digest, proof)));
    expectTypedOnly(answers, 'RequestUnbindSuccess', lateForUnbind);
    await expectOneUnbind();
  });

  it('200 unbinds with several proofs and plans: exactly one wins', async () => {
    const pairs = [
      await prepareUnbind(holder, bank.bindingId),
      await prepareUnbind(holder, bank.bindingId),
      await prepareUnbind(holder, bank.bindingId),
    ];
    const answers = await inParallel(200, (index) => {
      const pair = pairs[index % pairs.length] as (typeof pairs)[number];
      return request(unbindInput(pair.plan.digest, pair.proof));
    });
    expectTypedOnly(answers, 'RequestUnbindSuccess', lateForUnbind);
    await expectOneUnbind();
  });

  it('one idempotency key a hundred times: one effect, one answer', async () => {
    const { plan, proof } = await prepareUnbind(holder, bank.bindingId);
    const input = unbindInput(plan.digest, proof);
    const answers = await inParallel(100, () => request(input));
    expect(tally(answers)).toEqual({ RequestUnbindSuccess: 100 });
    expect(new Set(answers.map(({ operation }) => (operation as { id: string }).id)).size).toBe(1);
    await expectOneUnbind();
  });

  it('an unbind and a suspension: the card is off or suspended, never both and never usable', async () => {
    const { plan, proof } = await prepareUnbind(holder, bank.bindingId);
    const [unbound, suspended] = await Promise.all([
      request(unbindInput(plan.digest, proof)),
      mutate(holder, 'suspendBinding', { idempotencyKey: newKey(), bindingId: bank.bindingId }),
    ]);
    expect(['RequestUnbindSuccess', 'UnbindPlanStaleError', 'TransitionRefusedError']).toContain(unbound.__typename);
    expect(['SuspendBindingSuccess', 'TransitionRefusedError']).toContain(suspended.__typename);
    expect([unbound, suspended].some(({ __typename }) => __typename.endsWith('Success'))).toBe(true);
    const resting = await holder.waitForStatus(
      bank.cardId,
      unbound.__typename === 'RequestUnbindSuccess' ? 'UNBOUND' : 'SUSPENDED',
    );
    expect((await world.pay(bank.credential, 100, 'Corner Bakery')).approved).toBe(false);
    expect(resting.status).not.toBe('ACTIVE');
    await checkHistory(bank.bindingId);
  });

  it('a restore and a new binding of the same card: one of them has the slot', async () => {
    await unbind(holder, bank);
    const proof = await holder.prove({ action: 'RESTORE', subjectId: bank.bindingId });
    const [restored, rebound] = await Promise.all([
      holder.requestRestore(bank.bindingId, proof),
      holder.startBinding('seaside-bank', holder.deviceId, { bank: { number: bank.number } }),
    ]);
    const wins = [restored.__typename === 'RequestRestoreSuccess', rebound.__typename === 'StartBindingSuccess'];
    expect(wins.filter(Boolean)).toHaveLength(1);
    expect(wins[0] ? rebound.__typename : restored.__typename).toBe(
      wins[0] ? 'AlreadyBoundError' : 'RestoreRefusedError',
    );
    await holder.waitForStatus(bank.cardId, wins[0] ? 'ACTIVE' : 'VERIFYING');
    await checkHistory(bank.bindingId);
  });

  it('fifty starts of the same card: one binding', async () => {
    const number = await newCardNumber();
    const answers = (await inParallel(50, () =>
      holder.startBinding('harbour-bank', holder.deviceId, { bank: { number } }),
    )) as Answer[];
    expectTypedOnly(answers, 'StartBindingSuccess', ['AlreadyBoundError']);
  });

  it('fifty confirmations of one binding: one credential', async () => {
    const started = (await holder.startBinding('cloudgate', holder.deviceId, newMembership())) as Answer & {
      binding: { id: string; card: { id: string } };
    };
    const bindingId = started.binding.id;
    const proof = await holder.prove({ action: 'BIND', subjectId: bindingId });
    const answers = await inParallel(50, () =>
      mutate(
        holder,
        'confirmBinding',
        { idempotencyKey: newKey(), bindingId, proof },
        '... on ProofRejectedError { reason }',
      ),
    );
    expectTypedOnly(answers, 'ConfirmBindingSuccess', [
      'TransitionRefusedError',
      'ProofRejectedError PROOF_ALREADY_USED',
    ]);
    await holder.waitForStatus(started.binding.card.id, 'ACTIVE');
    const { changes } = await holder.history(started.binding.card.id);
    expect(changes.map(({ trigger }) => trigger).sort()).toEqual([
      'ProviderConfirmed',
      'RequirementsMet',
      'StartBinding',
    ]);
    await checkHistory(bindingId);
  });
});
