import type { EventOf } from '@bindery/event-contracts';
import type { EntityManager } from 'typeorm';
import type { LockedBinding } from '../lifecycle';
import type { RenewalState } from './document.rules';
import { findLastRenewal, saveDocument, saveRenewal } from './documents.repository';
import type { KeepDocument } from './keep-document';

type Decided = EventOf<'bindery.review.decided.v1'>['data'];

/** Keeps the document that reviewers have approved with a bind. */
export async function keepApproved(tx: EntityManager, { bindingId, approved, reviewId, at }: Decided): Promise<void> {
  if (!approved) return;
  const { type, expiresOn = null } = approved;
  await saveDocument(tx, { bindingId, type, expiresOn, reviewId, approvedAt: new Date(at) });
}

const states: Record<Decided['decision'], RenewalState> = {
  APPROVE: 'APPROVED',
  ASK_FOR_MORE: 'MORE_ASKED',
  REFUSE: 'REFUSED',
};

/** What reviewers decided about a renewal: the newer document counts, and a hold for the older one goes. False where it is no news. */
export type TakeRenewal = (tx: EntityManager, locked: LockedBinding, decided: Decided) => Promise<boolean>;

export const createTakeRenewal =
  (keepDocument: KeepDocument): TakeRenewal =>
  async (tx, locked, decided) => {
    const renewal = await findLastRenewal(tx, decided.bindingId);
    if (renewal?.state !== 'OPEN' || renewal.number !== decided.requestVersion) return false;
    await saveRenewal(tx, renewal, { state: states[decided.decision], decidedAt: new Date(decided.at) });
    if (decided.decision !== 'APPROVE') return true;
    await keepApproved(tx, decided);
    await keepDocument(tx, locked);
    return true;
  };
