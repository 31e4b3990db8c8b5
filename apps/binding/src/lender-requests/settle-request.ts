import type { Clock, Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import { openCase, saveCasesClosed } from '../cases';
import { lockBinding, type LockedBinding } from '../lifecycle';
import type { LendingKind, LendingOutcome } from '../providers';
import type { LenderRequest } from './lender-request.rules';
import { hasOtherOverdue, findRequest, lockRequest, saveRequestSettled } from './lender-requests.repository';

export type Settled = Extract<LendingOutcome, { status: 'CONFIRMED' | 'REFUSED' }>;

/** What a feature does about the end of a request of its own, in the transaction that ends it. */
export type FollowRequest = (
  tx: EntityManager,
  request: LenderRequest,
  outcome: Settled,
  locked: LockedBinding,
) => Promise<void>;
export type RequestFollowers = Readonly<Record<LendingKind, FollowRequest>>;

export type SettleRequest = (requestId: Id<'operation'>, outcome: Settled) => Promise<void>;
/** The same, within a transaction that does more; false where it has ended, or there is none. */
export type SettleRequestIn = (tx: EntityManager, requestId: Id<'operation'>, outcome: Settled) => Promise<boolean>;

interface SettleRequestDeps {
  readonly followers: RequestFollowers;
  readonly clock: Clock;
}

/** What must not be left undone: people look into it where a lender says no. */
const mustSucceed: readonly LendingKind[] = ['WITHDRAW_CONSENT', 'REVOKE_LOAN', 'MOVE_ACCOUNT'];

/** Ends a request by what its lender has said; once, whatever is said later. */
export function createSettleRequestIn({ followers, clock }: SettleRequestDeps): SettleRequestIn {
  return async (tx, requestId, outcome) => {
    const known = await findRequest(tx, requestId);
    const locked = known && (await lockBinding(tx, known.bindingId));
    const request = locked && (await lockRequest(tx, requestId));
    if (!locked || request?.state !== 'OPEN') return false;
    const now = clock.now();
    const cause = outcome.status === 'REFUSED' ? outcome.cause : null;
    await saveRequestSettled(tx, request, { state: outcome.status, cause, settledAt: now });
    const { bindingId } = request;
    if (request.overdueAt && !(await hasOtherOverdue(tx, request)))
      await saveCasesClosed(tx, bindingId, 'LENDER_OVERDUE', now);
    if (outcome.status === 'REFUSED' && mustSucceed.includes(request.kind))
      await openCase(tx, bindingId, 'LENDER_REFUSED', now);
    await followers[request.kind](tx, request, outcome, locked);
    return true;
  };
}
