import type { Clock } from '@bindery/kernel';
import type { Money } from '@bindery/values';
import type { EntityManager } from 'typeorm';
import type { ProviderProfile } from '../catalogue';
import { saveCasesClosed } from '../cases';
import {
  disputeJobs,
  isRevokedFor,
  listDisputesOfBindings,
  proveByOf,
  saveDispute,
  stoodMs,
  type Decision,
  type LockedDispute,
  type TellDispute,
} from '../disputes';
import { aboutBinding, isRestorable, moveWindow, type FactBook, type LockedBinding } from '../lifecycle';
import type { RevokeLoan } from '../loans';
import { chargeOf, listCharges, refundFee } from '../unbind';
import type { SettleCard } from './settle-card';
import type { SettleOthers } from './settle-others';

/** Carries a decision out, in the transaction that made it: the binding is locked, then the dispute. */
export type ConcludeDispute = (
  tx: EntityManager,
  locked: LockedBinding,
  dispute: LockedDispute,
  decision: Decision,
) => Promise<void>;

export interface ConcludeDisputeDeps {
  readonly facts: FactBook;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly settleCard: SettleCard;
  readonly settleOthers: SettleOthers;
  readonly revokeLoan: RevokeLoan;
  readonly tell: TellDispute;
  readonly clock: Clock;
}

/** How long a provider that is busy with the card is left alone. */
export const settleAgainMs = 60_000;

export function createConcludeDispute(deps: ConcludeDisputeDeps): ConcludeDispute {
  const { facts, profiles, settleCard, settleOthers, revokeLoan, tell, clock } = deps;

  /** A card that was taken off by somebody else comes back by its holder's own fresh proof, if nothing else is in the way. */
  async function canComeBack(
    tx: EntityManager,
    { binding }: LockedBinding,
    { actAt }: LockedDispute,
    now: Date,
  ): Promise<boolean> {
    // Taken back and taken off once more since: that was another act.
    if (binding.unboundAt?.getTime() !== actAt.getTime()) return false;
    const profile = profiles.get(binding.provider);
    const slotFree = await facts.read(tx, 'slotFree', aboutBinding(binding));
    return profile !== undefined && isRestorable(binding, profile, { now, disputeOpen: true, slotFree });
  }

  /** Gives back what the disputed unbind has cost, and no other, and answers how much: what was removed elsewhere has cost nothing. */
  async function refund(
    tx: EntityManager,
    { binding }: LockedBinding,
    { actAt }: LockedDispute,
    now: Date,
  ): Promise<Money | null> {
    const charge = chargeOf(await listCharges(tx, binding.id), actAt);
    if (!charge || !(await refundFee(tx, binding, charge.planId, now))) return null;
    return { value: charge.value, currency: charge.currency };
  }

  return async (tx, locked, dispute, decision) => {
    const now = clock.now();
    const { provider } = locked.binding;
    await saveCasesClosed(tx, dispute.bindingId, 'DISPUTE_OVERDUE', now);
    const version = dispute.version + 1;
    if (decision === 'REJECT') {
      const closed = await saveDispute(tx, dispute, { state: 'REJECTED', version, decidedAt: now, closedAt: now });
      await settle(tx, locked, closed);
      const until = await letClockGoOn(tx, locked, closed, now);
      await tell(tx, closed, 'rejected', { provider, at: now, ...windowTold(until) });
      return;
    }
    const isUnbind = dispute.about === 'UNAUTHORISED_UNBIND';
    const refunded = isUnbind ? await refund(tx, locked, dispute, now) : null;
    const proveBy = isUnbind && (await canComeBack(tx, locked, dispute, now)) ? proveByOf(now) : null;
    const upheld = await saveDispute(
      tx,
      dispute,
      proveBy
        ? { state: 'AWAITING_PROOF', version, decidedAt: now, proveBy }
        : { state: 'UPHELD', version, decidedAt: now, closedAt: now },
    );
    // Before the account is revoked, which its lender is asked for by its own request.
    if (upheld.loanId) await revokeLoan(tx, upheld.loanId);
    await settleOthers(tx, locked, upheld, now);
    await settle(tx, locked, upheld);
    if (proveBy)
      await disputeJobs.enqueue(
        tx,
        'dispute-deadline',
        { disputeId: dispute.id },
        { jobKey: `deadline ${dispute.id}`, runAt: proveBy },
      );
    // What is revoked has no way back, and no clock of it.
    const goesOn = !proveBy && !isRevokedFor(dispute.about);
    const until = goesOn ? await letClockGoOn(tx, locked, upheld, now) : null;
    const back = refunded ? { feeRefunded: true, refunded } : { feeRefunded: false };
    const proof = proveBy && { proveBy: proveBy.toISOString() };
    const told = { keptSessionId: dispute.sessionId, ...back, ...proof, ...windowTold(until) };
    await tell(tx, upheld, 'upheld', { provider, at: now, ...told });
  };

  async function settle(tx: EntityManager, locked: LockedBinding, dispute: LockedDispute): Promise<void> {
    if ((await settleCard(tx, locked, dispute)) === 'DONE') return;
    const { id: disputeId } = dispute;
    const runAt = new Date(clock.now().getTime() + settleAgainMs);
    await disputeJobs.enqueue(tx, 'settle-dispute', { disputeId }, { jobKey: `settle ${disputeId}`, runAt });
  }
}

const windowTold = (until: Date | null) => (until ? { restorableUntil: until.toISOString() } : {});

/** The restore window ends later by the time that it stood, once no dispute of the binding is open any more. */
export async function letClockGoOn(
  tx: EntityManager,
  locked: LockedBinding,
  closed: LockedDispute,
  now: Date,
): Promise<Date | null> {
  const { binding } = locked;
  const others = (await listDisputesOfBindings(tx, [binding.id])).filter(({ id }) => id !== closed.id);
  if (others.some(({ closedAt }) => closedAt === null)) return binding.restorableUntil;
  const overlapping = others.filter(({ closedAt }) => closedAt !== null && closedAt >= closed.openedAt);
  const since = Math.min(...[closed, ...overlapping].map(({ openedAt }) => openedAt.getTime()));
  return moveWindow(tx, locked, stoodMs(new Date(since), binding.unboundAt, now));
}
