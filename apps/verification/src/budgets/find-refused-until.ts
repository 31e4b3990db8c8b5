import type { EntityManager } from 'typeorm';
import type { Purpose } from '../challenges/purpose.rules';
import { listStarts, lockBudgets } from './budget.repository';
import { budgetsOf, nextCodeAt, type BudgetKeys } from './budget.rules';

/**
 * Undefined when one more code may be started, and then nobody else takes it before this transaction ends;
 * otherwise the moment from which it may.
 */
export async function findRefusedUntil(
  tx: EntityManager,
  purpose: Purpose,
  keys: BudgetKeys,
  now: Date,
): Promise<Date | undefined> {
  const budgets = budgetsOf(purpose, keys);
  await lockBudgets(tx, budgets);
  const moments: Date[] = [];
  for (const budget of budgets) {
    const at = nextCodeAt(budget, await listStarts(tx, budget, now));
    if (at) moments.push(at);
  }
  return moments.sort((a, b) => b.getTime() - a.getTime())[0];
}
