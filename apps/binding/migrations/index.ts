import { CreatePlatformTables1700000000001 } from './1700000000001-create-platform-tables';
import { CreateCardsAndBindings1700000000002 } from './1700000000002-create-cards-and-bindings';
import { CreateUnbindingAndWallet1700000000003 } from './1700000000003-create-unbinding-and-wallet';
import { CreateUsageAndAccounts1700000000004 } from './1700000000004-create-usage-and-accounts';
import { OpenKinds1700000000005 } from './1700000000005-open-kinds';
import { ConsentComesFirst1700000000006 } from './1700000000006-consent-comes-first';
import { OperationsOfBindings1700000000007 } from './1700000000007-operations-of-bindings';
import { LargeAmountsAndWordsOfTerms1700000000008 } from './1700000000008-large-amounts-and-words-of-terms';
import { CountByAbuseLedger1700000000010 } from './1700000000010-count-by-abuse-ledger';
import { UsageOfAccounts1700000000012 } from './1700000000012-usage-of-accounts';
import { ExportsAndReviews1700000000013 } from './1700000000013-exports-and-reviews';
import { ProfilesInTheDatabase1700000000014 } from './1700000000014-profiles-in-the-database';
import { ConsentsAreWithdrawn1700000000015 } from './1700000000015-consents-are-withdrawn';
import { CreateWeChatPayOperations1700000000016 } from './1700000000016-create-wechat-pay-operations';
import { CreatePasses1700000000018 } from './1700000000018-create-passes';
import { ProofsOfAddresses1700000000020 } from './1700000000020-proofs-of-addresses';
import { FollowRevocations1700000000021 } from './1700000000021-follow-revocations';
import { WatchValidity1700000000022 } from './1700000000022-watch-validity';
import { WhatAHolderHasToDo1700000000023 } from './1700000000023-what-a-holder-has-to-do';
import { CompareWithProviders1700000000024 } from './1700000000024-compare-with-providers';
import { CreateDisputes1700000000025 } from './1700000000025-create-disputes';
import { WhatIsReportedLost1700000000026 } from './1700000000026-what-is-reported-lost';
import { WhatFollowsWhat1700000000027 } from './1700000000027-what-follows-what';
import { WhatHangsOnCards1700000000028 } from './1700000000028-what-hangs-on-cards';
import { InWhichOrderCardsPay1700000000029 } from './1700000000029-in-which-order-cards-pay';
import { Lend1700000000030 } from './1700000000030-lend';
import { WatchDocuments1700000000031 } from './1700000000031-watch-documents';
import { UnknownCredentialsAreCases1700000000033 } from './1700000000033-unknown-credentials-are-cases';
import { BoundCredentials1700000000034 } from './1700000000034-bound-credentials';
import { AccountSettings1700000000035 } from './1700000000035-account-settings';
import { RememberReviewers1700000000036 } from './1700000000036-remember-reviewers';
import { AccountsAtLendersMove1700000000037 } from './1700000000037-accounts-at-lenders-move';
import { PeopleCloseCases1700000000038 } from './1700000000038-people-close-cases';
import { CardsWantedForMoves1700000000041 } from './1700000000041-cards-wanted-for-moves';
import { DisputesSettleOthers1700000000042 } from './1700000000042-disputes-settle-others';
import { WhatIsNoStep1700000000043 } from './1700000000043-what-is-no-step';
import { HoldByStaff1700000000046 } from './1700000000046-hold-by-staff';
import { FindCardsElsewhere1700000000049 } from './1700000000049-find-cards-elsewhere';
import { TwoOperatorsLoosen1700000000050 } from './1700000000050-two-operators-loosen';
import { CasesAreOverdue1700000000051 } from './1700000000051-cases-are-overdue';
import { CasesAreTold1700000000052 } from './1700000000052-cases-are-told';
import { KnowRetiredCredentials1700000000053 } from './1700000000053-know-retired-credentials';
import { WhoSuspendsAtWill1700000000055 } from './1700000000055-who-suspends-at-will';
import { WhatProvidersSaid1700000000057 } from './1700000000057-what-providers-said';
import { RecordAnswersOfProviders1700000000058 } from './1700000000058-record-answers-of-providers';
import { ReplacedCardsWait1700000000059 } from './1700000000059-replaced-cards-wait';
import { WantedCardsLapse1700000000061 } from './1700000000061-wanted-cards-lapse';
import { UsesAgainstWhatWasSaid1700000000063 } from './1700000000063-uses-against-what-was-said';
import { WhatDevicesRun1700000000065 } from './1700000000065-what-devices-run';

/** In the order they run. */
export const migrations = [
  CreatePlatformTables1700000000001,
  CreateCardsAndBindings1700000000002,
  CreateUnbindingAndWallet1700000000003,
  CreateUsageAndAccounts1700000000004,
  OpenKinds1700000000005,
  ConsentComesFirst1700000000006,
  OperationsOfBindings1700000000007,
  LargeAmountsAndWordsOfTerms1700000000008,
  CountByAbuseLedger1700000000010,
  UsageOfAccounts1700000000012,
  ExportsAndReviews1700000000013,
  ProfilesInTheDatabase1700000000014,
  ConsentsAreWithdrawn1700000000015,
  CreateWeChatPayOperations1700000000016,
  CreatePasses1700000000018,
  ProofsOfAddresses1700000000020,
  FollowRevocations1700000000021,
  WatchValidity1700000000022,
  WhatAHolderHasToDo1700000000023,
  CompareWithProviders1700000000024,
  CreateDisputes1700000000025,
  WhatIsReportedLost1700000000026,
  WhatFollowsWhat1700000000027,
  WhatHangsOnCards1700000000028,
  InWhichOrderCardsPay1700000000029,
  Lend1700000000030,
  WatchDocuments1700000000031,
  UnknownCredentialsAreCases1700000000033,
  BoundCredentials1700000000034,
  AccountSettings1700000000035,
  RememberReviewers1700000000036,
  AccountsAtLendersMove1700000000037,
  PeopleCloseCases1700000000038,
  CardsWantedForMoves1700000000041,
  DisputesSettleOthers1700000000042,
  WhatIsNoStep1700000000043,
  HoldByStaff1700000000046,
  FindCardsElsewhere1700000000049,
  TwoOperatorsLoosen1700000000050,
  CasesAreOverdue1700000000051,
  CasesAreTold1700000000052,
  KnowRetiredCredentials1700000000053,
  WhoSuspendsAtWill1700000000055,
  WhatProvidersSaid1700000000057,
  RecordAnswersOfProviders1700000000058,
  ReplacedCardsWait1700000000059,
  WantedCardsLapse1700000000061,
  UsesAgainstWhatWasSaid1700000000063,
  WhatDevicesRun1700000000065,
];
