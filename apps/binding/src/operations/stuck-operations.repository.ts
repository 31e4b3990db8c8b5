import type { EntityManager } from 'typeorm';

/** A timer is a job too and may be a little late; only one this late is taken for lost. */
const timerGraceMs = 60_000;

/** Bindings whose phase has lapsed and that nobody has lapsed. */
export async function findLapsed(tx: EntityManager, now: Date, limit: number): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `SELECT id FROM binding WHERE deadline < $1 AND phase IN ('VERIFYING', 'IN_REVIEW', 'AWAITING_ACTIVATION', 'UNBOUND') ORDER BY deadline LIMIT $2`,
    [new Date(now.getTime() - timerGraceMs), limit],
  );
  return rows.map(({ id }) => id);
}

/** Accounts that are not locked any more but whose cards are held for it: the provider could not be told at the time. */
export async function findWronglyFrozen(tx: EntityManager, limit: number): Promise<string[]> {
  const rows: { account_id: string }[] = await tx.query(
    `SELECT DISTINCT b.account_id FROM binding b JOIN account_lock l USING (account_id)
     WHERE b.holds @> '[{"owner": "ACCOUNT"}]' AND b.phase NOT IN ('DECLINED', 'REPLACED', 'RETIRED') AND (l.locked_at IS NULL OR l.until < now()) LIMIT $1`,
    [limit],
  );
  return rows.map(({ account_id: accountId }) => accountId);
}
