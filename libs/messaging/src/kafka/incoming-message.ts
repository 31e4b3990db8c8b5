import type { IHeaders, KafkaMessage } from 'kafkajs';
import type { IncomingMessage } from '../transport/transport';

export const toIncoming = (
  topic: string,
  partition: number,
  { key, value, headers, offset }: KafkaMessage,
): IncomingMessage => ({
  topic,
  partition,
  offset,
  key: key?.toString() ?? null,
  headers: toText(headers ?? {}),
  value: value?.toString() ?? '',
});

/** A header may be given more than once; the last one counts. */
const toText = (headers: IHeaders): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, String(Array.isArray(value) ? value.at(-1) : (value ?? ''))]),
  );
