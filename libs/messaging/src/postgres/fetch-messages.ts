import type { Client } from 'pg';
import { largestMessageBytes } from '../transport/message-too-large';
import type { IncomingMessage } from '../transport/transport';
import { readHeaders } from './read-headers';

/** A place in the log: the position to read next. */
export interface Place {
  readonly topic: string;
  readonly partition: number;
  readonly position: bigint;
}

interface MessageRow {
  readonly topic: string;
  readonly partition: number;
  readonly position: string;
  readonly key: string;
  readonly headers: string;
  readonly value: string;
}

/** Characters of a key, headers or a value: far more than any message that `append` takes. A larger one is cut, and so is none that can be handled. */
const readMax = 4 * largestMessageBytes;

const fetchSql = `
select messages.* from unnest($1::text[], $2::integer[], $3::bigint[]) as place (topic, partition, position)
cross join lateral (
  select topic, partition, position, left(key, ${readMax}) as key, left(headers, ${readMax}) as headers, left(value, ${readMax}) as value from event_log.messages as message
  where message.topic = place.topic and message.partition = place.partition and message.position >= place.position
  order by message.position limit $4
) as messages
order by messages.topic, messages.partition, messages.position`;

/** The next messages of each place, at most `limit` of each. */
export async function fetchMessages(
  client: Client,
  places: readonly Place[],
  limit: number,
): Promise<IncomingMessage[]> {
  const { rows } = await client.query<MessageRow>({
    name: 'fetch',
    text: fetchSql,
    values: [...toColumns(places), limit],
  });
  return rows.map(({ position, headers, ...row }) => ({
    ...row,
    offset: position,
    headers: readHeaders(headers),
  }));
}

/** Topics, partitions and positions, each as one parameter. */
export const toColumns = (places: readonly Place[]) => [
  places.map(({ topic }) => topic),
  places.map(({ partition }) => partition),
  places.map(({ position }) => position.toString()),
];
