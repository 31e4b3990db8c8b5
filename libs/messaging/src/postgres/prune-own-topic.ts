import { retentionDaysOf } from '@bindery/event-contracts';
import type { Pool } from 'pg';
import { pruneInParts } from '../retention/prune-in-parts';
import { toSqlSession } from '../sql-session';

/** Deletes what is older than the retention of the service's topic; how many messages. The log knows by the login which topic that is. */
export async function pruneOwnTopic(pool: Pool, service: string): Promise<number> {
  const days = retentionDaysOf(service);
  if (days === undefined) return 0;
  return pruneInParts(toSqlSession(pool), "select event_log.prune($1 * interval '1 day') as pruned", [days]);
}
