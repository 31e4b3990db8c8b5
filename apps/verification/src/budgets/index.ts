import type { OnSpent } from '@bindery/abuse-ledger';
import type { Feature, Foundation } from '@bindery/subgraph';
import type { ReadyFactors } from '../factors';
import { createCodeLedger, type BudgetsConfig } from './code-ledger';
import { createCountCodesLeft } from './count-codes-left';
import { createDrawCode } from './draw-code';

export type { Asking } from './budget.rules';
export type { DrawCode } from './draw-code';

export interface BudgetsDeps {
  readonly config: BudgetsConfig;
  readonly factors: ReadyFactors;
  readonly onSpent?: OnSpent;
}

/** How many codes may be asked for, by whom, and what sending them may cost. */
export function createBudgets({ db, clock }: Foundation, { config, factors, onSpent }: BudgetsDeps) {
  const ledger = createCodeLedger(config, clock, onSpent);
  return {
    drawCode: createDrawCode({ ledger, onSpent }),
    countCodesLeft: createCountCodesLeft({ db, factors, ledger }),
    feature: { prune: async () => ({ codeBudgets: await ledger.prune(db) }) } satisfies Feature,
  };
}
