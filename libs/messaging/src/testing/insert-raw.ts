import type { Client } from 'pg';

/** A row of the event log as it may lie there, its headers as text. */
export interface RawMessage {
  readonly topic: string;
  readonly key: string;
  readonly headers: string;
  readonly value: string;
}

/** Puts rows into the log past `append`, as its owner, an old version or a restored backup may have left them. */
export async function insertRaw(owner: Client, messages: readonly RawMessage[]): Promise<void> {
  for (const { topic, key, headers, value } of messages)
    await owner.query(
      `with place as (
         update event_log.partitions set next_position = next_position + 1
         where topic = $1 and partition = (
           select (('x' || left(md5($2), 8))::bit(32)::bigint % partitions)::integer from event_log.topics where name = $1)
         returning partition, next_position - 1 as position
       ), inserted as (
         insert into event_log.messages (topic, partition, position, key, headers, value)
         select $1, partition, position, $2, $3, $4 from place
       ) select pg_notify('event_log', $1)`,
      [topic, key, headers, value],
    );
}
