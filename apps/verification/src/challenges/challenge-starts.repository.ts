import type { Budget, ListStarts } from '../budgets';

/** The challenges that count against a budget. */
const counted: Record<Budget['scope'], string> = {
  ACCOUNT: 'account_id = $1',
  CLIENT: 'client_digest = $1 AND account_id IS NULL',
  CONTACT: 'contact_digest = $1',
  CONTACT_ANONYMOUS: 'contact_digest = $1 AND account_id IS NULL',
};

export const listChallengeStarts: ListStarts = async (tx, { scope, key, limit }, since) => {
  const rows: { started_at: Date }[] = await tx.query(
    `SELECT started_at FROM challenge WHERE ${counted[scope]} AND started_at > $2 ORDER BY started_at DESC LIMIT $3`,
    [key, since, limit],
  );
  return rows.map(({ started_at }) => started_at);
};
