import type { EntityManager } from 'typeorm';
import {
  isSettledBy,
  listDisputesOfBindings,
  lockDispute,
  saveDispute,
  type Dispute,
  type TellDispute,
} from '../disputes';
import { lockBinding, type LockedBinding } from '../lifecycle';
import type { RevokeLoan } from '../loans';
import { listFollowers } from '../succession';

/** Upholds with a dispute what its decision leaves nothing to decide of: of the same binding, and of what was begun to take its place. */
export type SettleOthers = (tx: EntityManager, locked: LockedBinding, upheld: Dispute, now: Date) => Promise<void>;

interface SettleOthersDeps {
  readonly revokeLoan: RevokeLoan;
  readonly tell: TellDispute;
}

export function createSettleOthers({ revokeLoan, tell }: SettleOthersDeps): SettleOthers {
  return async (tx, locked, upheld, now) => {
    const followers = (await listFollowers(tx, locked.binding.id)).filter(({ begunAt }) => begunAt <= now);
    const disputes = await listDisputesOfBindings(tx, [
      locked.binding.id,
      ...followers.map(({ bindingId }) => bindingId),
    ]);
    for (const { id, bindingId } of disputes.filter((one) => one.id !== upheld.id && isSettledBy(one, upheld))) {
      const its = bindingId === locked.binding.id ? locked : await lockBinding(tx, bindingId);
      const dispute = its && (await lockDispute(tx, id));
      if (!dispute || dispute.closedAt) continue;
      const version = dispute.version + 1;
      const closed = { state: 'UPHELD', version, decidedAt: now, closedAt: now, settledById: upheld.id } as const;
      const settled = await saveDispute(tx, dispute, closed);
      if (settled.loanId) await revokeLoan(tx, settled.loanId);
      const told = { provider: its.binding.provider, keptSessionId: settled.sessionId, feeRefunded: false, at: now };
      await tell(tx, settled, 'upheld', told);
    }
  };
}
