import { abuseLedgerRights } from '@bindery/abuse-ledger';
import { messagingRights } from '@bindery/messaging';
import { appendOnly, changing, persistenceRights, type AppRights } from '@bindery/persistence';

const { used_proof: _notHere, ...persistence } = persistenceRights;

/** What `verification_app` may do in each table. */
export const appRights: AppRights = {
  ...messagingRights,
  ...abuseLedgerRights,
  ...persistence,
  // A day less than they are kept for: the service's clock decides what is pruned, the database's what may be. Until then they count against budgets.
  challenge: { ...changing, delete: { olderThanDays: 6, by: 'started_at' } },
  device_trust: changing,
  known_address: { ...changing, delete: true },
  contact_point: changing,
  account_locale: changing,
  account_time_zone: changing,
  known_binding: changing,
  known_dispute: changing,
  known_removal: changing,
  known_wanted_card: changing,
  review: changing,
  // Who decided what, and what was stated, is what was done.
  review_vote: appendOnly,
  stated_document: appendOnly,
};
