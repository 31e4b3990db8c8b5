import { CreateNotifications1700000000001 } from './1700000000001-create-notifications';
import { KeepProviderNames1700000000002 } from './1700000000002-keep-provider-names';
import { OpenChannels1700000000003 } from './1700000000003-open-channels';

/** In the order in which they run. */
export const migrations = [CreateNotifications1700000000001, KeepProviderNames1700000000002, OpenChannels1700000000003];
