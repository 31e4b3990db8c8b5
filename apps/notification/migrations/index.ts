import { CreateNotifications1700000000001 } from './1700000000001-create-notifications';
import { KeepProviderNames1700000000002 } from './1700000000002-keep-provider-names';
import { LoosenWhatCodeDecides1700000000003 } from './1700000000003-loosen-what-code-decides';
import { TellEachThingOnce1700000000004 } from './1700000000004-tell-each-thing-once';

/** In the order in which they run. */
export const migrations = [
  CreateNotifications1700000000001,
  KeepProviderNames1700000000002,
  LoosenWhatCodeDecides1700000000003,
  TellEachThingOnce1700000000004,
];
