import type { ClientBase, Pool } from 'pg';
import type { OutgoingMessage } from '../transport/transport';

/** Appends to one topic, as one statement. */
export async function append(
  session: ClientBase | Pool,
  topic: string,
  messages: readonly OutgoingMessage[],
): Promise<void> {
  await session.query({
    name: 'append',
    text: 'select event_log.append($1, $2, $3, $4)',
    values: [
      topic,
      messages.map(({ key }) => key),
      messages.map(({ headers }) => JSON.stringify(headers)),
      messages.map(({ value }) => value),
    ],
  });
}
