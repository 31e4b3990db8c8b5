import type { Pool, PoolClient } from 'pg';
import { GroupAtWork, type ConsumerGroups, type GroupPlace, type LogPlace } from '../../transport/consumer-groups';
import { placesAt } from '../places-at';
import { membershipLock, ownershipLock } from './lock-keys';
import { membersSql } from './group-session';

// A place before a gap, or before messages that were deleted, is that of the first message behind it.
const placesSql = `
select partitions.topic, partitions.partition, partitions.next_position as end, coalesce(
  (select position from event_log.messages as message
   where message.topic = partitions.topic and message.partition = partitions.partition and position >= coalesce(kept.next_position, 0) order by position limit 1),
  partitions.next_position) as offset
from event_log.partitions
left join event_log.group_positions as kept on kept.group_name = $1 and kept.topic = partitions.topic and kept.partition = partitions.partition
where partitions.topic = any ($2) or partitions.topic in (select topic from event_log.group_positions where group_name = $1)
order by topic, partition`;

export function createPostgresGroups(pool: Pool): ConsumerGroups {
  const places = async (group: string, topics: readonly string[] = []) =>
    (await pool.query<GroupPlace>(placesSql, [group, topics])).rows;

  return {
    places,
    async countMembers(group) {
      const topics = new Set((await places(group)).map(({ topic }) => topic));
      const { rows } = await pool.query<{ member: string }>(membersSql, [
        [...topics].map((topic) => membershipLock(group, topic)),
      ]);
      return new Set(rows.map(({ member }) => member)).size;
    },
    async placesAt(topics, time) {
      const found = await placesAt(pool, topics, time);
      return found.map(({ topic, partition, position }) => ({ topic, partition, offset: position.toString() }));
    },
    move: (group, to) => inTransaction(pool, (client) => moveUnowned(client, group, to)),
  };
}

/** Whoever owns a partition holds its lock; while it is held here, nobody comes to own it. */
async function moveUnowned(client: PoolClient, group: string, places: readonly LogPlace[]): Promise<void> {
  for (const { topic, partition } of places) {
    const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_xact_lock($1, $2) as free', [
      ownershipLock(group, topic),
      partition,
    ]);
    if (!rows[0]?.free) throw new GroupAtWork(group);
  }
  const columns = [
    places.map(({ topic }) => topic),
    places.map(({ partition }) => partition),
    places.map(({ offset }) => offset),
  ];
  await client.query('select event_log.move_group($1, $2, $3, $4)', [group, ...columns]);
}

async function inTransaction(pool: Pool, work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await work(client);
    await client.query('commit');
    client.release();
  } catch (error) {
    // The connection goes, and the transaction and its locks with it.
    client.release(true);
    throw error;
  }
}
