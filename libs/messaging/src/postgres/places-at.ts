import type { ClientBase, Pool } from 'pg';
import type { Place } from './fetch-messages';

// Times follow positions, so some twenty looks by the primary key find a time among a million messages. A look at a gap finds the message behind it.
const placesAtSql = `
with recursive search as (
  select topic, partition, next_position as high, coalesce(
    (select position from event_log.messages as message
     where message.topic = partitions.topic and message.partition = partitions.partition order by position limit 1), next_position) as low
  from event_log.partitions where topic = any ($1)
  union all
  select topic, partition, case when is_early then high else middle end, case when is_early then middle + 1 else low end
  from search
  cross join lateral (select (low + high) / 2 as middle) as half
  cross join lateral (select coalesce(
    (select appended_at < $2 from event_log.messages as message
     where message.topic = search.topic and message.partition = search.partition and message.position >= middle order by position limit 1), false) as is_early) as probe
  where low < high
)
select topic, partition, low as position from search where low = high order by topic, partition`;

/** The place in each partition of the first message appended at that time or later; the end of the partition if there is none. */
export async function placesAt(client: ClientBase | Pool, topics: readonly string[], time: Date): Promise<Place[]> {
  const { rows } = await client.query<{ topic: string; partition: number; position: string }>(placesAtSql, [
    topics,
    time,
  ]);
  const missing = topics.filter((topic) => !rows.some((row) => row.topic === topic));
  if (missing.length) throw new Error(`the event log has no topic ${missing.join(', ')}`);
  return rows.map((row) => ({ ...row, position: BigInt(row.position) }));
}
