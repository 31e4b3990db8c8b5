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
  const inHand = new Set<Promise<void>>();
  let stopped = false;

  async function handleAll({ batch, resolveOffset, heartbeat, commitOffsetsIfNecessary, uncommittedOffsets, isRunning, isStale }: EachBatchPayload): Promise<void> {
    const lost = () => stopped || !isRunning() || isStale();
    const onHandled = ({ offset }: IncomingMessage) => resolveOffset(offset);
    const alive = setInterval(() => void heartbeat().catch(() => undefined), heartbeatEveryMs);
    try {
      for (let from = 0; from < batch.messages.length && !lost(); from += togetherAtMost) {
        const messages = batch.messages.slice(from, from + togetherAtMost).map((message) => toIncoming(batch.topic, batch.partition, message));
        await handleInOrder(messages, subscription, { stopped: lost, onHandled });
        await (stopped ? commitOffsetsIfNecessary(uncommittedOffsets()) : commitOffsetsIfNecessary());
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
    const handling = handleAll(payload);
    inHand.add(handling);
    const done = handling.finally(() => inHand.delete(handling)).then(() => true);
    if (await atMost(slowAfterMs, done)) return;
    const resume = payload.pause();
    const { topic, partition } = payload.batch;
    void done.catch((error: unknown) => options.log.warn({ err: error, topic, partition }, 'messages not handled, they come again')).finally(resume);
  }

  const kept = keepConsuming({
    kafka: createKafkaClient(options, { retries }),
    config: { groupId: subscription.group, sessionTimeout: sessionTimeoutMs, heartbeatInterval: heartbeatEveryMs, rebalanceTimeout: 10_000, maxWaitTimeInMs: 500 },
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
