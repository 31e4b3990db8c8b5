import type { SqlSession } from '../sql-session';
import type { IncomingMessage } from '../transport/transport';
import { storableText } from './storable-text';

export interface Failure {
  /** For operators: what went wrong the last time. */
  readonly cause: string;
  /** How often it was tried; 0 if it could not even be read. */
  readonly tries: number;
}

/** Puts a message aside for one consumer, with all that is needed to show and replay it. Again the same: no second row. */
export async function recordDeadLetter(
  tx: SqlSession,
  consumer: string,
  message: IncomingMessage,
  { cause, tries }: Failure,
): Promise<void> {
  const { topic, partition, offset, key, headers, value } = message;
  await tx.query(
    `insert into dead_letters (consumer, topic, partition, "offset", event_id, event_type, key, headers, value, cause, tries)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
    [
      consumer,
      topic,
      partition,
      offset,
      headers.ce_id,
      headers.ce_type,
      key,
      storableJson(headers),
      value,
      cause,
      tries,
    ].map(storable),
  );
}

const storable = (value: unknown) => (typeof value === 'string' ? storableText(value) : value);

const storableJson = (headers: IncomingMessage['headers']) =>
  JSON.stringify(Object.fromEntries(Object.entries(headers).map((header) => header.map(storableText))));
