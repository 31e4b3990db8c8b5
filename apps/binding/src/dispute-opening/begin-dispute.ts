import type { AbuseLedger } from '@bindery/abuse-ledger';
import { err, newId, ok, type Clock, type Id, type Result } from '@bindery/kernel';
import type { Viewer } from '@bindery/trust';
import type { EntityManager } from 'typeorm';
import type { ProviderProfile } from '../catalogue';
import {
  actAtOf,
  decideByOf,
  disputeJobs,
  insertDispute,
  isHeldFor,
  listDisputesOf,
  whyNotDisputable,
  type Dispute,
  type DisputeMatter,
  type TellDispute,
} from '../disputes';
import { lockBinding, prepareOperation, type Binding, type LockedBinding, type Transitions } from '../lifecycle';
import { findLoan, isDisputable, type Loan } from '../loans';
import { findUsage, type UsageRecord } from '../usage';
import type { OpeningRefused } from './dispute-opening.errors';
import type { disputeTryRules } from './dispute-tries.rules';
import type { KeepRemovalAnswer } from './keep-removal-answer';
import { takeEvidence } from './take-evidence';

export interface DisputeWish {
  readonly viewer: Viewer;
  readonly bindingId: Id<'binding'>;
  readonly about: DisputeMatter;
  readonly words: string;
  readonly usageId: Id<'usage'> | null;
  readonly loanId: Id<'loan'> | null;
}

/** Opens a dispute in the caller's transaction: under the lock of the binding, so that a lapse, a restore or a second one comes before or after. */
export type BeginDispute = (
  tx: EntityManager,
  wish: DisputeWish,
) => Promise<Result<{ readonly disputeId: Id<'dispute'> }, OpeningRefused>>;

export interface BeginDisputeDeps {
  readonly transitions: Transitions;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly ledger: AbuseLedger<typeof disputeTryRules>;
  readonly keepRemovalAnswer: KeepRemovalAnswer;
  readonly tell: TellDispute;
  readonly clock: Clock;
}

export function createBeginDispute(deps: BeginDisputeDeps): BeginDispute {
  const { transitions, profiles, ledger, keepRemovalAnswer, tell, clock } = deps;

  /** Nobody uses the card until it is decided; here at once, at the provider as soon as it can be told. */
  async function hold(tx: EntityManager, locked: LockedBinding, reason: DisputeMatter, now: Date): Promise<boolean> {
    const profile = profiles.get(locked.binding.provider);
    const operation =
      profile?.suspend.mode === 'NATIVE' ? { operation: prepareOperation('SUSPEND', profile, now) } : {};
    const taken = await transitions.take(
      tx,
      locked,
      { type: 'AddHold', actor: 'SYSTEM', hold: { owner: 'DISPUTE', reason, since: now.toISOString() }, ...operation },
      { channel: 'WALLET_APP', reason },
    );
    return taken.ok;
  }

  return async (tx, { viewer, bindingId, about, words, usageId, loanId }) => {
    const { accountId, sessionId, deviceId } = viewer;
    const locked = await lockBinding(tx, bindingId, accountId);
    if (!locked) return err({ kind: 'NOT_FOUND', field: 'bindingId' });
    const { binding } = locked;
    const now = clock.now();
    const usage = usageId && (await findUsage(tx, usageId, bindingId));
    const loan = loanId && (await findLoan(tx, loanId));
    const actAt = actOf(about, { usage, loan: loan?.cardId === binding.cardId ? loan : null }, binding);
    const refusal = whyNotDisputable(
      { about, usageId, loanId, actAt },
      await listDisputesOf(tx, [bindingId], loanId ? [loanId] : []),
      now,
    );
    if (refusal || !actAt) return err(refusal ?? { kind: 'NOTHING_TO_DISPUTE' });
    const counted = await ledger.reserve(tx, [{ act: 'dispute.open', keys: { ACTOR: accountId } }]);
    if (!counted.ok) return err({ kind: 'TOO_MANY_DISPUTES', retryAt: counted.error.retryAt });
    const dispute: Dispute = {
      id: newId('dispute', now.getTime()),
      bindingId,
      cardId: binding.cardId,
      accountId,
      about,
      words,
      usageId,
      loanId,
      sessionId,
      deviceId,
      actAt,
      state: 'OPEN',
      version: 1,
      openedAt: now,
      decideBy: decideByOf(now),
      escalatedAt: null,
      decidedAt: null,
      proveBy: null,
      closedAt: null,
      settledById: null,
    };
    // Before the hold, which is a step of its own: what is frozen is what was found.
    await insertDispute(tx, dispute, await takeEvidence(tx, dispute, locked, { usage, loan }));
    // Who disputes a removal elsewhere has said that it was not them.
    if (about === 'UNAUTHORISED_UNBIND') await keepRemovalAnswer(tx, locked, viewer, false);
    const held = isHeldFor(about) && (await hold(tx, locked, about, now));
    await disputeJobs.enqueue(
      tx,
      'dispute-deadline',
      { disputeId: dispute.id },
      { jobKey: `deadline ${dispute.id}`, runAt: dispute.decideBy },
    );
    const told = { provider: binding.provider, decideBy: dispute.decideBy.toISOString(), held, at: now };
    await tell(tx, dispute, 'opened', told);
    return ok({ disputeId: dispute.id });
  };
}

/** When what is disputed was done: a use and a loan tell it by themselves. */
function actOf(
  about: DisputeMatter,
  { usage, loan }: { readonly usage: UsageRecord | null; readonly loan: Loan | null },
  binding: Binding,
): Date | null {
  if (about === 'UNAUTHORISED_LOAN') return loan && isDisputable(loan) ? loan.requestedAt : null;
  return about === 'UNAUTHORISED_USE' ? (usage?.at ?? null) : actAtOf(about, binding);
}
