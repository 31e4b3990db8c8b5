import type { EntityManager } from 'typeorm';
import { budgetsOf, nextCodeAt, type BudgetKeys } from './budget.rules';
import type { Purpose } from '../start/purpose.rules';
import { budgetRepository } from './budget.repository';

/**
 * Undefined when one more code may be started, and then nobody else takes it before this transaction ends;
 * otherwise the moment from which it may.
 */
export async function refusedUntil(
  tx: EntityManager,
  purpose: Purpose,
  keys: BudgetKeys,
  now: Date,
): Promise<Date | undefined> {
  const budgets = budgetsOf(purpose, keys);
  await budgetRepository.lock(tx, budgets);
  const moments: Date[] = [];
  for (const budget of budgets) {
    const at = nextCodeAt(budget, await budgetRepository.startedNewestFirst(tx, budget, now));
    if (at) moments.push(at);
  }
  return moments.sort((a, b) => b.getTime() - a.getTime())[0];
}
