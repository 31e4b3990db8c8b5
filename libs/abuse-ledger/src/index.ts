export {
  abuseLedgerDaysMax,
  type AbuseBudget,
  type AbuseCount,
  type AbuseRules,
  type Claim,
  type Dimension,
} from './abuse-rules';
export { abuseLedgerRights, abuseLedgerTableDown, abuseLedgerTableUp } from './abuse-ledger-table';
export {
  createAbuseLedger,
  type AbuseLedger,
  type AbuseLedgerDeps,
  type AbuseSession,
  type BudgetSpent,
  type OnSpent,
  type Reservation,
} from './create-abuse-ledger';
export { spendRules, type SpendLimits } from './spend-rules';
