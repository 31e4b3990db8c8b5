import type { Client } from 'pg';
import { prepareReadingSession } from '../../connection/reading-session';
import type { IncomingMessage } from '../../transport/transport';
import { fetchMessages, toColumns, type Place } from '../fetch-messages';
import { membershipLock, ownershipLock } from './lock-keys';

/** What a member of a group asks the event log, all on the one connection whose session holds its locks. */
export interface GroupSession {
  /** Becomes a member for each topic; ends with the session. */
  join(topics: readonly string[]): Promise<void>;
  /** The number of partitions by topic; fails if one of the topics is not there. */
  partitionsOf(topics: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** The members' numbers by topic, from the locks they hold: who is gone is not among them. */
  membersOf(topics: readonly string[]): Promise<ReadonlyMap<string, number[]>>;
  /** True if the partition is ours now; false while another session still has it. */
  tryOwn(topic: string, partition: number): Promise<boolean>;
  disown(topic: string, partition: number): Promise<void>;
  /** Where the group goes on in a partition; the beginning if it never read it. */
  placeIn(topic: string, partition: number): Promise<bigint>;
  movePlaces(places: readonly Place[]): Promise<void>;
  /** The next messages of each place, at most `limit` of each. */
  fetch(places: readonly Place[], limit: number): Promise<IncomingMessage[]>;
}

// An oid counts as unsigned, a lock key as signed: keys of 31 bits are the same in both.
export const membersSql = `
select classid::bigint as class, objid::bigint as member from pg_locks
where locktype = 'advisory' and granted and objsubid = 2 and classid = any ($1::oid[])
  and database = (select oid from pg_database where datname = current_database())`;

export function createGroupSession(client: Client, group: string, member: number): GroupSession {
  return {
    async join(topics) {
      await prepareReadingSession(client);
      await client.query('listen event_log');
      for (const topic of topics)
        await client.query('select pg_advisory_lock($1, $2)', [membershipLock(group, topic), member]);
    },
    async partitionsOf(topics) {
      const { rows } = await client.query<{ name: string; partitions: number }>(
        'select name, partitions from event_log.topics where name = any ($1)',
        [topics],
      );
      const missing = topics.filter((topic) => !rows.some(({ name }) => name === topic));
      if (missing.length) throw new Error(`the event log has no topic ${missing.join(', ')}`);
      return new Map(rows.map(({ name, partitions }) => [name, partitions]));
    },
    async membersOf(topics) {
      const classes = topics.map((topic) => membershipLock(group, topic));
      const { rows } = await client.query<{ class: string; member: string }>({
        name: 'members',
        text: membersSql,
        values: [classes],
      });
      const members = (ofClass: number) =>
        rows.filter((row) => Number(row.class) === ofClass).map((row) => Number(row.member));
      return new Map(topics.map((topic, index) => [topic, members(classes[index] ?? 0)]));
    },
    async tryOwn(topic, partition) {
      const { rows } = await client.query<{ own: boolean }>('select pg_try_advisory_lock($1, $2) as own', [
        ownershipLock(group, topic),
        partition,
      ]);
      return rows[0]?.own === true;
    },
    async disown(topic, partition) {
      await client.query('select pg_advisory_unlock($1, $2)', [ownershipLock(group, topic), partition]);
    },
    async placeIn(topic, partition) {
      const { rows } = await client.query<{ next_position: string }>(
        'select next_position from event_log.group_positions where group_name = $1 and topic = $2 and partition = $3',
        [group, topic, partition],
      );
      return BigInt(rows[0]?.next_position ?? 0);
    },
    async movePlaces(places) {
      if (places.length)
        await client.query('select event_log.move_group($1, $2, $3, $4)', [group, ...toColumns(places)]);
    },
    fetch: (places, limit) => fetchMessages(client, places, limit),
  };
}
