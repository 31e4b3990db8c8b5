import type { Clock, Id } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import { openCase } from '../cases';
import { disputeJobs, findDispute, lockDispute, saveDispute, type TellDispute } from '../disputes';
import { lockBinding } from '../lifecycle';
import { letClockGoOn, settleAgainMs } from './conclude-dispute';
import type { SettleCard } from './settle-card';

interface DisputeJobDeps {
  readonly unitOfWork: UnitOfWork;
  readonly settleCard: SettleCard;
  readonly tell: TellDispute;
  readonly clock: Clock;
}

/**
 * Nobody decided in time: it becomes a case and the holder is told; it stays open, as a deadline of ours must not decide against them. Or the holder
 * has not put the card back in time: then the dispute is over, and the restore clock goes on. Does nothing if neither is so, or not yet.
 */
export const createMeetDeadline =
  ({ unitOfWork, tell, clock }: DisputeJobDeps) =>
  (disputeId: Id<'dispute'>): Promise<void> =>
    unitOfWork.run(async (tx) => {
      const known = await findDispute(tx, disputeId);
      const locked = known && (await lockBinding(tx, known.bindingId));
      const dispute = locked && (await lockDispute(tx, disputeId));
      if (!dispute) return;
      const now = clock.now();
      const isOpen = dispute.state === 'OPEN' || dispute.state === 'PROPOSED';
      const due = isOpen ? dispute.decideBy : dispute.state === 'AWAITING_PROOF' ? dispute.proveBy : null;
      if (!due || (isOpen && dispute.escalatedAt)) return;
      if (now < due) {
        // This clock is behind the one that set the timer.
        await disputeJobs.enqueue(
          tx,
          'dispute-deadline',
          { disputeId },
          { jobKey: `deadline ${disputeId}`, runAt: due },
        );
        return;
      }
      if (isOpen) {
        const late = await saveDispute(tx, dispute, { escalatedAt: now, version: dispute.version + 1 });
        await openCase(tx, dispute.bindingId, 'DISPUTE_OVERDUE', now);
        const told = { provider: locked.binding.provider, decideBy: dispute.decideBy.toISOString(), at: now };
        await tell(tx, late, 'escalated', told);
        return;
      }
      // A restore that is on its way ends it when it is confirmed.
      if (locked.binding.state.phase === 'RESTORING') {
        const runAt = new Date(now.getTime() + settleAgainMs);
        await disputeJobs.enqueue(tx, 'dispute-deadline', { disputeId }, { jobKey: `deadline ${disputeId}`, runAt });
        return;
      }
      const closed = await saveDispute(tx, dispute, { state: 'UPHELD', closedAt: now });
      await letClockGoOn(tx, locked, closed, now);
    });

/** What a decision means for a card whose provider was busy with it. */
export const createSettleDispute =
  ({ unitOfWork, settleCard, clock }: DisputeJobDeps) =>
  (disputeId: Id<'dispute'>): Promise<void> =>
    unitOfWork.run(async (tx) => {
      const known = await findDispute(tx, disputeId);
      const locked = known && (await lockBinding(tx, known.bindingId));
      const dispute = locked && (await lockDispute(tx, disputeId));
      if (!dispute?.closedAt || (await settleCard(tx, locked as NonNullable<typeof locked>, dispute)) === 'DONE')
        return;
      const runAt = new Date(clock.now().getTime() + settleAgainMs);
      await disputeJobs.enqueue(tx, 'settle-dispute', { disputeId }, { jobKey: `settle ${disputeId}`, runAt });
    });
