import type { Log } from '@bindery/service';
import type { IncomingMessage, TailOptions } from './transport';

/** Gives a message to a tail's listener. That it fails is its own affair: a tail has no tries and no dead letters. */
export async function notifyListener({ onMessage }: TailOptions, message: IncomingMessage, log: Log): Promise<void> {
  try {
    await onMessage(message);
  } catch (error) {
    log.error(
      { err: error, topic: message.topic, partition: message.partition, offset: message.offset },
      'message not taken, the tail goes on',
    );
  }
}
