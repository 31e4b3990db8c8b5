import { CreateIdempotencyAndMessaging1700000000001 } from './1700000000001-create-idempotency-and-messaging';
import { CreateChallenge1700000000002 } from './1700000000002-create-challenge';
import { CreateWhatEventsTell1700000000003 } from './1700000000003-create-what-events-tell';
import { OpenFactors1700000000004 } from './1700000000004-open-factors';
import { KeepKindNames1700000000005 } from './1700000000005-keep-kind-names';
import { LetFactorsSendNothing1700000000006 } from './1700000000006-let-factors-send-nothing';
import { LoosenWhatCodeDecides1700000000007 } from './1700000000007-loosen-what-code-decides';
import { CountByAbuseLedger1700000000008 } from './1700000000008-count-by-abuse-ledger';
import { TrustDevicesSince1700000000009 } from './1700000000009-trust-devices-since';
import { CreateReviews1700000000012 } from './1700000000012-create-reviews';
import { DigestsOfOtherActs1700000000013 } from './1700000000013-digests-of-other-acts';
import { ReviewRenewals1700000000014 } from './1700000000014-review-renewals';
import { WhatWaitsBesides1700000000016 } from './1700000000016-what-waits-besides';
import { TimeZonesOfAccounts1700000000017 } from './1700000000017-time-zones-of-accounts';
import { CardsToEnter1700000000041 } from './1700000000041-cards-to-enter';
import { WasThisYou1700000000042 } from './1700000000042-was-this-you';
import { WindowsToRestore1700000000043 } from './1700000000043-windows-to-restore';

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
  CreateReviews1700000000012,
  DigestsOfOtherActs1700000000013,
  ReviewRenewals1700000000014,
  WhatWaitsBesides1700000000016,
  TimeZonesOfAccounts1700000000017,
  CardsToEnter1700000000041,
  WasThisYou1700000000042,
  WindowsToRestore1700000000043,
];
