import { inboxRetentionDays } from './message-retention';
import { pruneAtOnce, pruneInParts } from './prune-in-parts';
import type { SqlSession } from '../sql-session';

/** Forgets events that were handled so long ago that no log has them any more; how many. */
export const pruneInbox = (session: SqlSession): Promise<number> => pruneInParts(session, sql, [inboxRetentionDays]);

const sql = `
with old as (
  select consumer, event_id from inbox_events where handled_at < clock_timestamp() - $1 * interval '1 day' order by handled_at limit ${pruneAtOnce}
), pruned as (delete from inbox_events using old where inbox_events.consumer = old.consumer and inbox_events.event_id = old.event_id returning 1)
select count(*) as pruned from pruned`;
