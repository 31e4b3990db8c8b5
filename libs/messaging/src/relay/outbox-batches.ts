import type { Client } from 'pg';
import type { OutgoingMessage } from '../transport/transport';

/** Large enough that round trips do not count, small enough to send again after a failure. */
export const batchSize = 500;

export interface OutboxBatch {
  readonly positions: readonly string[];
  readonly messages: readonly OutgoingMessage[];
  readonly oldestAt: Date;
}

interface OutboxRow extends OutgoingMessage {
  readonly position: string;
  readonly appended_at: Date;
}

const mark = 'update outbox_events set published_at = clock_timestamp() where position = any ($1::bigint[])';

// One statement sees the rows as they were before it, so what it marks has to be left out by name.
const markAndFetch = `
with marked as (${mark})
select position, topic, key, headers, value, appended_at from outbox_events
where published_at is null and position <> all ($1::bigint[]) and position <> all ($2::bigint[]) order by position limit ${batchSize}`;

/**
 * Marks events as published and fetches the oldest that are not, leaving out those being sent: one round trip, one commit. Undefined if none is left.
 * They are found by a mark on each row, never by "position greater than the last one": a transaction that took its position early
 * and committed late would be skipped.
 */
export async function exchangeBatch(
  client: Client,
  published: readonly string[],
  beingSent: readonly string[],
): Promise<OutboxBatch | undefined> {
  const { rows } = await client.query<OutboxRow>({
    name: 'mark-and-fetch',
    text: markAndFetch,
    values: [published, beingSent],
  });
  const oldest = rows[0];
  return oldest && { positions: rows.map(({ position }) => position), messages: rows, oldestAt: oldest.appended_at };
}

/** Marks events as published, and nothing else. */
export async function markPublished(client: Client, published: readonly string[]): Promise<void> {
  if (published.length) await client.query(mark, [published]);
}

/** How many events are not yet published; not counted beyond 100,000. */
export async function countBacklog(client: Client): Promise<number> {
  const { rows } = await client.query<{ count: string }>(
    'select count(*) from (select from outbox_events where published_at is null order by position limit 100000) as waiting',
  );
  return Number(rows[0]?.count ?? 0);
}
