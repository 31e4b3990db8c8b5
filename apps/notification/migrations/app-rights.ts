import { abuseLedgerRights } from '@bindery/abuse-ledger';
import { messagingRights } from '@bindery/messaging';
import { appendOnly, changing, persistenceRights, type AppRights } from '@bindery/persistence';

const { used_proof: _notHere, ...persistence } = persistenceRights;

/** What `notification_app` may do in each table. An entry may come to tell more, and stays. */
export const appRights: AppRights = {
  ...messagingRights,
  ...abuseLedgerRights,
  ...persistence,
  recipient: changing,
  contact_point: appendOnly,
  // A day less than they are kept for: the service's clock decides what is pruned, the database's what may be. Deliveries go with them.
  notification: {
    insert: true,
    update: ['read_at', 'told_in', 'facts'],
    delete: { olderThanDays: 729, by: 'created_at' },
  },
  // What has not left is taken back where another entry comes to tell it.
  delivery: { ...changing, delete: true },
  preference: changing,
};
