import type { SqlSession } from '../sql-session';

/**
 * Notes that a consumer handles an event, in the transaction of its effect. False if it has done so before.
 * Two at once: the second waits for the first to commit, then answers false; or true if that was rolled back.
 */
export async function claimEvent(tx: SqlSession, consumer: string, eventId: string): Promise<boolean> {
  const rows = await tx.query(
    'insert into inbox_events (consumer, event_id) values ($1, $2) on conflict do nothing returning event_id',
    [consumer, eventId],
  );
  return rows.length > 0;
}
