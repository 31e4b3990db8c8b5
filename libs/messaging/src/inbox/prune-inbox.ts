import type { SqlSession } from '../sql-session';

/**
 * Forgets events handled longer ago than that; how many. Keep them longer than the event log keeps messages,
 * or a replay of the log would take effect twice.
 */
export async function pruneInbox(session: SqlSession, olderThanMs: number): Promise<number> {
  const [row] = await session.query<{ pruned: string }>(
    `with pruned as (delete from inbox_events where handled_at < clock_timestamp() - $1 * interval '1 millisecond' returning 1)
     select count(*) as pruned from pruned`,
    [olderThanMs],
  );
  return Number(row?.pruned ?? 0);
}
