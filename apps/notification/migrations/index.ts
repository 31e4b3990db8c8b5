import { CreateNotifications1700000000001 } from './1700000000001-create-notifications';
import { KeepProviderNames1700000000002 } from './1700000000002-keep-provider-names';

/** In the order in which they run. */
export const migrations = [CreateNotifications1700000000001, KeepProviderNames1700000000002];
