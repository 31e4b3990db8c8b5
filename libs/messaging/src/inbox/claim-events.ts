import type { Id } from '@bindery/kernel';
import type { SqlSession } from '../sql-session';

/**
 * Notes that a consumer handles events, in the transaction of their effects; answers those it has not handled before.
 * Two transactions at once: the second waits for the first to commit, then leaves the event out; or claims it if that was rolled back.
 */
export async function claimEvents(
  tx: SqlSession,
  consumer: string,
  eventIds: readonly Id<'event'>[],
): Promise<Set<Id<'event'>>> {
  const rows = await tx.query<{ event_id: Id<'event'> }>(
    'insert into inbox_events (consumer, event_id) select $1, unnest($2::text[]) on conflict do nothing returning event_id',
    [consumer, eventIds],
  );
  return new Set(rows.map((row) => row.event_id));
}
