import type { EachBatchPayload } from 'kafkajs';
import { timedOut, withTimeout } from '../connection/with-timeout';
import type { GroupMember, Subscription } from '../transport/transport';
import { handleBatch, heartbeatEveryMs } from './handle-batch';
import { createKafkaClient, type KafkaOptions } from './kafka-client';
import { keepConsuming } from './keep-consuming';

/** A member that died is replaced after this. */
const sessionTimeoutMs = 6_000;

const retries = 5;

/** A batch that takes longer is gone on with beside the others. */
const slowAfterMs = 200;

/** A member of a consumer group on Kafka. Comes back by itself after brokers were away. */
export function joinKafkaGroup(options: KafkaOptions, subscription: Subscription): GroupMember {
  const inHand = new Set<Promise<unknown>>();
  let stopped = false;

  /**
   * kafkajs fetches nothing more until all it fetched is handled. So a partition that is slow, for instance at a message that fails again and
   * again, is paused and gone on with beside the others.
   */
  async function eachBatch(payload: EachBatchPayload): Promise<void> {
    const handling = keepInHand(handleBatch(payload, subscription, () => stopped));
    if ((await withTimeout(handling, slowAfterMs)) !== timedOut) return;
    const resume = payload.pause();
    const { topic, partition } = payload.batch;
    const warn = (error: unknown) =>
      options.log.warn({ err: error, topic, partition }, 'messages not handled, they come again');
    // kafkajs records how far it came with the next batch; there may be none.
    void keepInHand(
      handling
        .then(() => withTimeout(payload.commitOffsetsIfNecessary(payload.uncommittedOffsets()), 1_000))
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
