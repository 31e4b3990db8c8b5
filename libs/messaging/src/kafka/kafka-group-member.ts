import type { EachBatchPayload } from 'kafkajs';
import { atMost } from '../connection/at-most';
import { handleInOrder } from '../transport/handle-in-order';
import type { GroupMember, IncomingMessage, Subscription } from '../transport/transport';
import { toIncoming } from './incoming-message';
import { createKafkaClient, type KafkaOptions } from './kafka-client';
import { keepConsuming } from './keep-consuming';

/** A member that died is replaced after this; one that handles a slow message says that it lives much more often. */
const sessionTimeoutMs = 6_000;
const heartbeatEveryMs = 1_000;

/** Enough that a commit costs little by message; few enough that the group soon hears of the progress. */
const togetherAtMost = 100;

const retries = 5;

/** A batch that takes longer is gone on with beside the others. */
const slowAfterMs = 200;

export function joinKafkaGroup(options: KafkaOptions, subscription: Subscription): GroupMember {
  const inHand = new Set<Promise<unknown>>();
  let stopped = false;

  async function handleAll({
    batch,
    resolveOffset,
    heartbeat,
    commitOffsetsIfNecessary,
    isRunning,
    isStale,
  }: EachBatchPayload): Promise<void> {
    const lost = () => stopped || !isRunning() || isStale();
    const onHandled = ({ offset }: IncomingMessage) => resolveOffset(offset);
    const alive = setInterval(() => void heartbeat().catch(() => undefined), heartbeatEveryMs);
    try {
      for (let from = 0; from < batch.messages.length && !lost(); from += togetherAtMost) {
        const messages = batch.messages
          .slice(from, from + togetherAtMost)
          .map((message) => toIncoming(batch.topic, batch.partition, message));
        await handleInOrder(messages, subscription, { stopped: lost, onHandled });
        await commitOffsetsIfNecessary();
      }
    } finally {
      clearInterval(alive);
    }
  }

  /**
   * kafkajs fetches nothing more until all it fetched is handled. So a partition that is slow, for instance at a message that fails again and
   * again, is paused and gone on with beside the others.
   */
  async function eachBatch(payload: EachBatchPayload): Promise<void> {
    const handling = keepInHand(handleAll(payload));
    if (
      await atMost(
        slowAfterMs,
        handling.then(() => true),
      )
    )
      return;
    const resume = payload.pause();
    const { topic, partition } = payload.batch;
    const warn = (error: unknown) =>
      options.log.warn({ err: error, topic, partition }, 'messages not handled, they come again');
    // kafkajs records how far it came with the next batch; there may be none.
    void keepInHand(
      handling
        .then(() => atMost(1_000, payload.commitOffsetsIfNecessary(payload.uncommittedOffsets())))
        .catch(warn)
        .finally(resume),
    );
  }

  function keepInHand<T>(work: Promise<T>): Promise<T> {
    const kept: Promise<T> = work.finally(() => inHand.delete(kept));
    inHand.add(kept);
    return kept;
  }

  const kept = keepConsuming({
    kafka: createKafkaClient(options, { retries }),
    config: {
      groupId: subscription.group,
      sessionTimeout: sessionTimeoutMs,
      heartbeatInterval: heartbeatEveryMs,
      rebalanceTimeout: 10_000,
      maxWaitTimeInMs: 500,
    },
    topics: subscription.topics,
    run: { partitionsConsumedConcurrently: 6, eachBatchAutoResolve: false, autoCommitInterval: 100, eachBatch },
    settled: () => Promise.allSettled(inHand),
    log: options.log,
  });
  return {
    stop() {
      stopped = true;
      return kept.stop();
    },
  };
}
