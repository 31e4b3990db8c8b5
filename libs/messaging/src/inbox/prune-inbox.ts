import { pruneAtOnce, pruneInParts } from '../prune-in-parts';
import type { SqlSession } from '../sql-session';

/**
 * Forgets events handled longer ago than that; how many. Keep them longer than the event log keeps messages,
 * or a replay of the log would take effect twice.
 */
export const pruneInbox = (session: SqlSession, olderThanMs: number): Promise<number> =>
  pruneInParts(session, sql, [olderThanMs]);

const sql = `
with old as (
  select consumer, event_id from inbox_events where handled_at < clock_timestamp() - $1 * interval '1 millisecond' order by handled_at limit ${pruneAtOnce}
), pruned as (delete from inbox_events using old where inbox_events.consumer = old.consumer and inbox_events.event_id = old.event_id returning 1)
select count(*) as pruned from pruned`;
