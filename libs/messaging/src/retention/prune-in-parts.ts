import type { SqlSession } from '../sql-session';

/** One statement deletes no more rows than this: it holds few locks, and ends long before a statement may be cut off. */
export const pruneAtOnce = 5_000;

/** Repeats a statement that deletes at most that many rows and counts them as `pruned`, until it finds no more; how many there were. */
export async function pruneInParts(session: SqlSession, sql: string, parameters: readonly unknown[]): Promise<number> {
  let pruned = 0;
  for (let last = pruneAtOnce; last === pruneAtOnce; pruned += last) {
    const [row] = await session.query<{ pruned: string }>(sql, [...parameters]);
    last = Number(row?.pruned ?? 0);
  }
  return pruned;
}
