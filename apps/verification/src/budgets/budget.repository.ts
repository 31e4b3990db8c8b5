import type { EntityManager } from 'typeorm';
import { budgetWindowMs, type Budget } from './budget.rules';

/** The challenges that count against a budget. Counted from the challenges themselves, so nothing can reset a count. */
const counted: Record<Budget['scope'], string> = {
  ACCOUNT: 'account_id = $1',
  CLIENT: 'client_digest = $1 AND account_id IS NULL',
  CONTACT: 'contact_digest = $1',
  CONTACT_ANONYMOUS: 'contact_digest = $1 AND account_id IS NULL',
};

/** Holds the budgets until the transaction ends, so that two starts never both take the last code. Always in the same order: no deadlock. */
export async function lockBudgets(tx: EntityManager, budgets: readonly Budget[]): Promise<void> {
  const names = budgets.map(({ scope, key }) => `${scope} ${key}`).sort();
  for (const name of names) await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
}

/** When the codes in the window were started, newest first, as many as the budget has. */
export async function listStarts(tx: EntityManager, { scope, key, limit }: Budget, now: Date): Promise<Date[]> {
  const since = new Date(now.getTime() - budgetWindowMs);
  const rows: { started_at: Date }[] = await tx.query(
    `SELECT started_at FROM challenge WHERE ${counted[scope]} AND started_at > $2 ORDER BY started_at DESC LIMIT $3`,
    [key, since, limit],
  );
  return rows.map(({ started_at }) => started_at);
}
