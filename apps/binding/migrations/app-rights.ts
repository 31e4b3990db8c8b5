import { abuseLedgerRights } from '@bindery/abuse-ledger';
import { messagingRights } from '@bindery/messaging';
import { appendOnly, changing, persistenceRights, type AppRights } from '@bindery/persistence';

/** What `binding_app` may do in each table. Whoever takes this service over can still not rewrite what holders agreed to and what was done. */
export const appRights: AppRights = {
  ...messagingRights,
  ...abuseLedgerRights,
  ...persistenceRights,
  // A day less than they are kept for: the service's clock decides what is pruned, the database's what may be.
  provider_message: { insert: true, delete: { olderThanDays: 6, by: 'received_at' } },
  unbind_plan: { insert: true, delete: { olderThanDays: 0, by: 'quoted_until' } },
  card: changing,
  binding: changing,
  binding_change: appendOnly,
  operation: changing,
  consent: appendOnly,
  charge: { insert: true, update: ['refunded_at'] },
  receipt: appendOnly,
  wallet: changing,
  binding_case: { insert: true, update: ['closed_at'] },
  usage_record: appendOnly,
  account_lock: changing,
  known_device: changing,
};
