import type { SqlSession } from '../sql-session';

/** Deletes events published longer ago than that; how many. What is not published is never deleted, however old. */
export async function pruneOutbox(session: SqlSession, olderThanMs: number): Promise<number> {
  const [row] = await session.query<{ pruned: string }>(
    `with pruned as (delete from outbox_events where published_at < clock_timestamp() - $1 * interval '1 millisecond' returning 1)
     select count(*) as pruned from pruned`,
    [olderThanMs],
  );
  return Number(row?.pruned ?? 0);
}
