import { messagingRights } from '@bindery/messaging';
import { appendOnly, changing, persistenceRights, type AppRights } from '@bindery/persistence';

const { used_proof: _notHere, ...persistence } = persistenceRights;

/** What `notification_app` may do in each table. What somebody was told stays as it was told. */
export const appRights: AppRights = {
  ...messagingRights,
  ...persistence,
  recipient: changing,
  contact_point: appendOnly,
  // A day less than they are kept for: the service's clock decides what is pruned, the database's what may be. Deliveries go with them.
  notification: { insert: true, update: ['read_at'], delete: { olderThanDays: 729, by: 'created_at' } },
  delivery: changing,
  preference: changing,
};
