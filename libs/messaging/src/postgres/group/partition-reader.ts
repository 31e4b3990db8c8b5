import type { Log } from '@bindery/service';
import { backoffMs, pause } from '../../connection/pause';
import { handleInOrder } from '../../transport/handle-in-order';
import type { IncomingMessage, Subscription } from '../../transport/transport';

/** With fewer messages waiting than this, a reader wants more. One fetch brings at most as many again. */
export const hungryBelow = 200;

/** Enough that a commit costs little by message; few enough that locks of a batch are held for milliseconds. */
const togetherMax = 100;

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
  /** Forgets what waits, and resolves when the messages being handled are done with. */
  stop(): Promise<void>;
}

export interface PartitionReaderDeps {
  readonly topic: string;
  readonly partition: number;
  readonly from: bigint;
  readonly subscription: Subscription;
  /** Fires when the ownership is lost or the member shall stop: nothing more is begun. */
  readonly ended: AbortSignal;
  /** Called when there is room for more after there was none. */
  readonly onHungry: () => void;
  readonly log: Log;
}

/** Hands the messages of one partition to the handler in order, several together where it takes them so; a failed one again until it succeeds. */
export function createPartitionReader({
  topic,
  partition,
  from,
  subscription,
  ended,
  onHungry,
  log,
}: PartitionReaderDeps): PartitionReader {
  const stopping = new AbortController();
  const stopped = () => stopping.signal.aborted || ended.aborted;
  let queue: IncomingMessage[] = [];
  let handledTo = from;
  let takenTo = from;
  let running = Promise.resolve();
  let busy = false;

  async function handleUntilDone(messages: readonly IncomingMessage[]): Promise<void> {
    const onHandled = ({ offset }: IncomingMessage) => void (handledTo = BigInt(offset) + 1n);
    for (let failures = 0; !stopped();) {
      const left = messages.filter(({ offset }) => BigInt(offset) >= handledTo);
      try {
        return await handleInOrder(left, subscription, { stopped, onHandled });
      } catch (error) {
        failures += 1;
        log.warn(
          { err: error, topic, partition, offset: handledTo.toString(), failures },
          'message not handled, it comes again',
        );
        await pause(backoffMs(failures, 100, 1_000), AbortSignal.any([stopping.signal, ended]));
      }
    }
  }

  async function drain(): Promise<void> {
    busy = true;
    while (queue.length && !stopped()) {
      const wasFull = queue.length >= hungryBelow;
      const messages = queue.splice(0, togetherMax);
      if (wasFull && queue.length < hungryBelow) onHungry();
      await handleUntilDone(messages);
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
