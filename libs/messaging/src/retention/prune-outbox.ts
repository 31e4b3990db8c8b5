import { outboxRetentionDays } from './message-retention';
import { pruneAtOnce, pruneInParts } from './prune-in-parts';
import type { SqlSession } from '../sql-session';

/** Deletes events that were published some days ago; how many. What is not published is never deleted, however old. */
export const pruneOutbox = (session: SqlSession): Promise<number> => pruneInParts(session, sql, [outboxRetentionDays]);

const sql = `
with old as (
  select position from outbox_events where published_at < clock_timestamp() - $1 * interval '1 day' order by position limit ${pruneAtOnce}
), pruned as (delete from outbox_events using old where outbox_events.position = old.position returning 1)
select count(*) as pruned from pruned`;
