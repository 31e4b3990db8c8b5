import type { OutgoingMessage } from './transport';

/** Of key, headers and value together. Kafka's brokers take 1,048,588 bytes with what they add, unless told otherwise. */
export const largestMessageBytes = 1_000_000;

/** A message that no log takes. Nothing of what was to be published with it was written; it will not fit the next time either. */
export class MessageTooLarge extends Error {
  override readonly name = 'MessageTooLarge';
  readonly code = 'MESSAGE_TOO_LARGE';

  constructor(
    readonly topic: string,
    readonly bytes: number,
  ) {
    super(
      `a message of ${bytes} bytes for ${topic} is larger than the ${largestMessageBytes} that the event log takes`,
    );
  }
}

/** Throws MessageTooLarge if there is such a message among them. */
export function checkSizes(messages: readonly OutgoingMessage[]): void {
  for (const message of messages) {
    const bytes = sizeOf(message);
    if (bytes > largestMessageBytes) throw new MessageTooLarge(message.topic, bytes);
  }
}

/** Bytes of key, headers and value. */
export const sizeOf = ({ key, headers, value }: OutgoingMessage): number =>
  Buffer.byteLength(value) +
  Buffer.byteLength(key) +
  Object.entries(headers).reduce((sum, [name, text]) => sum + Buffer.byteLength(name) + Buffer.byteLength(text), 0);
