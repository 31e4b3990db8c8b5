import { randomBytes } from 'node:crypto';
import type { IncomingMessage, OutgoingMessage } from '../transport/transport';

/** So many that hardly ever two of six partitions have none of them. */
const keys = Array.from({ length: 30 }, (_, index) => `${index}`);

/** Messages of one test, numbered per key; others' messages in the same topic are left out. */
export interface MessageRun {
  readonly keys: readonly string[];
  message(key: string, number: number): OutgoingMessage;
  /** One of each key for each number. */
  batch(from: number, to: number): OutgoingMessage[];
  isOurs(message: IncomingMessage): boolean;
  numbersOf(seen: readonly IncomingMessage[], key: string): number[];
}

export function createMessageRun(topic: string): MessageRun {
  const run = randomBytes(4).toString('hex');
  const message = (key: string, number: number): OutgoingMessage => ({
    topic,
    key: `${run}-${key}`,
    headers: { ce_id: `${run}-${key}-${number}` },
    value: JSON.stringify({ number }),
  });
  return {
    keys,
    message,
    batch: (from, to) =>
      Array.from({ length: to - from }, (_, index) => keys.map((key) => message(key, from + index))).flat(),
    isOurs: ({ key }) => key?.startsWith(run) === true,
    numbersOf: (seen, key) =>
      seen
        .filter((each) => each.key === `${run}-${key}`)
        .map(({ value }) => (JSON.parse(value) as { number: number }).number),
  };
}

export const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
