import { abuseLedgerRights } from '@bindery/abuse-ledger';
import { messagingRights } from '@bindery/messaging';
import { appendOnly, changing, persistenceRights, type AppRights } from '@bindery/persistence';

/** What `identity_app` may do in each table. */
export const appRights: AppRights = {
  ...messagingRights,
  ...abuseLedgerRights,
  ...persistenceRights,
  known_address: { ...changing, delete: true },
  account: changing,
  password: changing,
  contact_point: appendOnly,
  staff_role: { insert: true, update: ['revoked_at', 'revoked_by'] },
  device: changing,
  // A day less than ended ones are kept for: the service's clock decides what is pruned, the database's what may be.
  session: { ...changing, delete: { olderThanDays: 29, by: 'ends_at' } },
  // Nobody reads it: the version before counts in it while both run. Stays until 2027-12-31.
  log_in_failure: { ...changing, delete: true },
};
