import type { Log } from '@bindery/observability';
import type { EachBatchPayload, Kafka } from 'kafkajs';
import { handleInOrder } from '../transport/handle-in-order';
import type { GroupMember, IncomingMessage, Subscription } from '../transport/transport';
import { toIncoming } from './incoming-message';

/** A member that died is replaced after this; one that handles a slow message says that it lives much more often. */
const sessionTimeoutMs = 6_000;
const heartbeatEveryMs = 1_000;

/** Enough that a commit costs little by message; few enough that the group soon hears of the progress. */
const togetherAtMost = 100;

export async function joinKafkaGroup(kafka: Kafka, subscription: Subscription, log: Log): Promise<GroupMember> {
  const { group, topics } = subscription;
  const consumer = kafka.consumer({
    groupId: group,
    sessionTimeout: sessionTimeoutMs,
    heartbeatInterval: heartbeatEveryMs,
    rebalanceTimeout: 10_000,
    maxWaitTimeInMs: 500,
    allowAutoTopicCreation: false,
    retry: { initialRetryTime: 100, multiplier: 1.5, maxRetryTime: 1_000, retries: 5, restartOnFailure: () => Promise.resolve(true) },
  });
  consumer.on(consumer.events.CRASH, ({ payload }) => log.warn({ err: payload.error, group }, 'kafka consumer failed, it starts again'));
  await consumer.connect();
  await consumer.subscribe({ topics: [...topics], fromBeginning: true });
  await consumer.run({
    partitionsConsumedConcurrently: 6,
    eachBatchAutoResolve: false,
    autoCommitInterval: 100,
    eachBatch: (payload) => handleBatch(payload, subscription),
  });
  return {
    async stop() {
      await consumer.stop();
      await consumer.disconnect();
    },
  };
}

async function handleBatch(
  { batch, resolveOffset, heartbeat, commitOffsetsIfNecessary, isRunning, isStale }: EachBatchPayload,
  subscription: Subscription,
): Promise<void> {
  const stopped = () => !isRunning() || isStale();
  const onHandled = ({ offset }: IncomingMessage) => resolveOffset(offset);
  const alive = setInterval(() => void heartbeat().catch(() => undefined), heartbeatEveryMs);
  try {
    for (let from = 0; from < batch.messages.length && !stopped(); from += togetherAtMost) {
      const messages = batch.messages.slice(from, from + togetherAtMost).map((message) => toIncoming(batch.topic, batch.partition, message));
      await handleInOrder(messages, subscription, { stopped, onHandled });
      await commitOffsetsIfNecessary();
    }
  } finally {
    clearInterval(alive);
  }
}
