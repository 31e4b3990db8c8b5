import type { EntityManager } from 'typeorm';
import type { Budget } from './budget.rules';

/** Holds the budgets until the transaction ends, so that two starts never both take the last code. Always in the same order: no deadlock. */
export async function lockBudgets(tx: EntityManager, budgets: readonly Budget[]): Promise<void> {
  const names = budgets.map(({ scope, key }) => `${scope} ${key}`).sort();
  for (const name of names) await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
}
