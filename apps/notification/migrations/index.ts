import { CreateNotifications1700000000001 } from './1700000000001-create-notifications';

/** In the order in which they run. */
export const migrations = [CreateNotifications1700000000001];
