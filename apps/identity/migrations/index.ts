import { CreateIdentity1700000000001 } from './1700000000001-create-identity';
import { LoosenWhatCodeDecides1700000000002 } from './1700000000002-loosen-what-code-decides';
import { CountByAbuseLedger1700000000003 } from './1700000000003-count-by-abuse-ledger';
import { RememberWhoRotated1700000000004 } from './1700000000004-remember-who-rotated';
import { GrantStaffRoles1700000000006 } from './1700000000006-grant-staff-roles';
import { TimeZoneOfAccounts1700000000007 } from './1700000000007-time-zone-of-accounts';

/** In the order they run. */
export const migrations = [
  CreateIdentity1700000000001,
  LoosenWhatCodeDecides1700000000002,
  CountByAbuseLedger1700000000003,
  RememberWhoRotated1700000000004,
  GrantStaffRoles1700000000006,
  TimeZoneOfAccounts1700000000007,
];
