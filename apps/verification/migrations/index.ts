import { CreateIdempotencyAndMessaging1700000000001 } from './1700000000001-create-idempotency-and-messaging';
import { CreateChallenge1700000000002 } from './1700000000002-create-challenge';
import { CreateWhatEventsTell1700000000003 } from './1700000000003-create-what-events-tell';
import { OpenFactors1700000000004 } from './1700000000004-open-factors';
import { KeepKindNames1700000000005 } from './1700000000005-keep-kind-names';
import { LetFactorsSendNothing1700000000006 } from './1700000000006-let-factors-send-nothing';
import { LoosenWhatCodeDecides1700000000007 } from './1700000000007-loosen-what-code-decides';
import { CountByAbuseLedger1700000000008 } from './1700000000008-count-by-abuse-ledger';
import { TrustDevicesSince1700000000009 } from './1700000000009-trust-devices-since';

/** In order; what has run is never changed, a new one is added. */
export const migrations = [
  CreateIdempotencyAndMessaging1700000000001,
  CreateChallenge1700000000002,
  CreateWhatEventsTell1700000000003,
  OpenFactors1700000000004,
  KeepKindNames1700000000005,
  LetFactorsSendNothing1700000000006,
  LoosenWhatCodeDecides1700000000007,
  CountByAbuseLedger1700000000008,
  TrustDevicesSince1700000000009,
];
