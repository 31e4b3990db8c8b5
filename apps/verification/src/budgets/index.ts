import { tellSpentBudget, type Feature, type Foundation } from '@bindery/subgraph';
import type { ReadyFactors } from '../factors';
import { createCodeLedger, type BudgetsConfig } from './code-ledger';
import { createCountCodesLeft } from './count-codes-left';
import { createDrawCode } from './draw-code';

export type { Asking } from './budget.rules';
export type { DrawCode } from './draw-code';

export interface BudgetsDeps {
  readonly config: BudgetsConfig;
  readonly factors: ReadyFactors;
}

/** How many codes may be asked for, by whom, and what sending them may cost. */
export function createBudgets(foundation: Foundation, { config, factors }: BudgetsDeps) {
  const { db, clock } = foundation;
  const onSpent = tellSpentBudget(foundation);
  const ledger = createCodeLedger(config, clock, onSpent);
  return {
    drawCode: createDrawCode({ ledger, onSpent }),
    countCodesLeft: createCountCodesLeft({ db, factors, ledger }),
    feature: { prune: async () => ({ codeBudgets: await ledger.prune(db) }) } satisfies Feature,
  };
}
