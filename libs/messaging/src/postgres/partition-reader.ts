import type { Log } from '@bindery/observability';
import { backoffMs, pause } from '../connection/pause';
import type { IncomingMessage } from '../transport/transport';

/** With fewer messages waiting than this, a reader wants more. One fetch brings at most as many again. */
export const hungryBelow = 100;

export interface PartitionReader {
  readonly topic: string;
  readonly partition: number;
  /** Position after the last message handled: where the group goes on. */
  handledTo(): bigint;
  /** Position after the last message taken in: what to fetch next. */
  takenTo(): bigint;
  /** Messages taken in and not handled yet. */
  waiting(): number;
  take(messages: readonly IncomingMessage[]): void;
  /** Forgets what waits, and resolves when the message being handled is done with. */
  stop(): Promise<void>;
}

export interface PartitionReaderDeps {
  readonly topic: string;
  readonly partition: number;
  readonly from: bigint;
  readonly handle: (message: IncomingMessage) => Promise<void>;
  /** Called when there is room for more after there was none. */
  readonly onHungry: () => void;
  readonly log: Log;
}

/** Hands the messages of one partition to the handler, one at a time, in order; a failed one again until it succeeds. */
export function createPartitionReader({ topic, partition, from, handle, onHungry, log }: PartitionReaderDeps): PartitionReader {
  const stopping = new AbortController();
  let queue: IncomingMessage[] = [];
  let handledTo = from;
  let takenTo = from;
  let running = Promise.resolve();
  let busy = false;

  async function handleUntilDone(message: IncomingMessage): Promise<void> {
    for (let failures = 0; !stopping.signal.aborted; ) {
      try {
        await handle(message);
        handledTo = BigInt(message.offset) + 1n;
        return;
      } catch (error) {
        failures += 1;
        log.warn({ err: error, topic, partition, offset: message.offset, failures }, 'message not handled, it comes again');
        await pause(backoffMs(failures, 100, 1_000), stopping.signal);
      }
    }
  }

  async function drain(): Promise<void> {
    busy = true;
    for (let message = queue.shift(); message && !stopping.signal.aborted; message = queue.shift()) {
      if (queue.length === hungryBelow - 1) onHungry();
      await handleUntilDone(message);
    }
    busy = false;
  }

  return {
    topic,
    partition,
    handledTo: () => handledTo,
    takenTo: () => takenTo,
    waiting: () => queue.length,
    take(messages) {
      const last = messages.at(-1);
      if (!last) return;
      queue.push(...messages);
      takenTo = BigInt(last.offset) + 1n;
      if (!busy) running = drain();
    },
    async stop() {
      stopping.abort();
      queue = [];
      await running;
    },
  };
}
