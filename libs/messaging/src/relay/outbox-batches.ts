import type { Client } from 'pg';
import type { OutgoingMessage } from '../transport/transport';

/** Large enough that round trips do not count, small enough to send again after a failure. */
const batchSize = 500;

export interface OutboxBatch {
  readonly positions: readonly string[];
  readonly messages: readonly OutgoingMessage[];
  readonly oldestAt: Date;
}

interface OutboxRow extends OutgoingMessage {
  readonly position: string;
  readonly appended_at: Date;
}

/**
 * The oldest events not yet published, or undefined. By a mark on each row, never by "position greater than the last one":
 * a transaction that took its position early and committed late would be skipped.
 */
export async function nextBatch(client: Client): Promise<OutboxBatch | undefined> {
  const { rows } = await client.query<OutboxRow>({
    name: 'next-batch',
    text: `select position, topic, key, headers, value, appended_at from outbox_events where published_at is null order by position limit ${batchSize}`,
  });
  const oldest = rows[0];
  return oldest && { positions: rows.map(({ position }) => position), messages: rows, oldestAt: oldest.appended_at };
}

export async function markPublished(client: Client, { positions }: OutboxBatch): Promise<void> {
  await client.query({
    name: 'mark-published',
    text: 'update outbox_events set published_at = clock_timestamp() where position = any ($1::bigint[])',
    values: [positions],
  });
}
