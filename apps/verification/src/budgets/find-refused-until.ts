import type { EntityManager } from 'typeorm';
import { lockBudgets } from './budget.repository';
import { budgetsOf, nextCodeAt, windowStart, type BudgetKeys, type BudgetOwner } from './budget.rules';
import type { ListStarts } from './list-starts';

/**
 * Undefined when one more code may be started, and then nobody else takes it before this transaction ends;
 * otherwise the moment from which it may.
 */
export type FindRefusedUntil = (
  tx: EntityManager,
  owner: BudgetOwner,
  keys: Omit<BudgetKeys, 'codesPerAddress'>,
  now: Date,
) => Promise<Date | undefined>;

export interface FindRefusedUntilDeps extends Pick<BudgetKeys, 'codesPerAddress'> {
  readonly listStarts: ListStarts;
}

export function createFindRefusedUntil({ listStarts, codesPerAddress }: FindRefusedUntilDeps): FindRefusedUntil {
  return async (tx, owner, keys, now) => {
    const budgets = budgetsOf(owner, { ...keys, codesPerAddress });
    await lockBudgets(tx, budgets);
    const moments: Date[] = [];
    for (const budget of budgets) {
      const at = nextCodeAt(budget, await listStarts(tx, budget, windowStart(now)));
      if (at) moments.push(at);
    }
    return moments.sort((a, b) => b.getTime() - a.getTime())[0];
  };
}
