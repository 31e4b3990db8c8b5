import type { EachBatchPayload } from 'kafkajs';
import { handleInOrder } from '../transport/handle-in-order';
import type { IncomingMessage, Subscription } from '../transport/transport';
import { toIncoming } from './incoming-message';

/** Enough that a commit costs little by message; few enough that the group soon hears of the progress. */
const togetherMax = 100;

/** A member says that it lives, also while it handles a slow message; much more often than its session lasts without. */
export const heartbeatEveryMs = 1_000;

/** Handles what kafkajs fetched of one partition, in order, until it is done, stopped, or the partition is somebody else's. */
export async function handleBatch(
  { batch, resolveOffset, heartbeat, commitOffsetsIfNecessary, isRunning, isStale }: EachBatchPayload,
  subscription: Subscription,
  isStopped: () => boolean,
): Promise<void> {
  const lost = () => isStopped() || !isRunning() || isStale();
  const onHandled = ({ offset }: IncomingMessage) => resolveOffset(offset);
  const alive = setInterval(() => void heartbeat().catch(() => undefined), heartbeatEveryMs);
  try {
    for (let from = 0; from < batch.messages.length && !lost(); from += togetherMax) {
      const messages = batch.messages
        .slice(from, from + togetherMax)
        .map((message) => toIncoming(batch.topic, batch.partition, message));
      await handleInOrder(messages, subscription, { stopped: lost, onHandled });
      await commitOffsetsIfNecessary();
    }
  } finally {
    clearInterval(alive);
  }
}
