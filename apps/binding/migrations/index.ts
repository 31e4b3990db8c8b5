import { CreatePlatformTables1700000000001 } from './1700000000001-create-platform-tables';
import { CreateCardsAndBindings1700000000002 } from './1700000000002-create-cards-and-bindings';
import { CreateUnbindingAndWallet1700000000003 } from './1700000000003-create-unbinding-and-wallet';
import { CreateUsageAndAccounts1700000000004 } from './1700000000004-create-usage-and-accounts';
import { OpenKinds1700000000005 } from './1700000000005-open-kinds';
import { ConsentComesFirst1700000000006 } from './1700000000006-consent-comes-first';
import { OperationsOfBindings1700000000007 } from './1700000000007-operations-of-bindings';
import { LargeAmountsAndWordsOfTerms1700000000008 } from './1700000000008-large-amounts-and-words-of-terms';
import { CountByAbuseLedger1700000000010 } from './1700000000010-count-by-abuse-ledger';

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
];
