import type { Log } from '@bindery/observability';
import type { EachBatchPayload, IHeaders, Kafka, KafkaMessage } from 'kafkajs';
import type { GroupMember, IncomingMessage, Subscription } from '../transport/transport';

/** A member that died is replaced after this; one that handles a slow message says that it lives much more often. */
const sessionTimeoutMs = 6_000;
const heartbeatEveryMs = 1_000;

export async function joinKafkaGroup(kafka: Kafka, { group, topics, handle }: Subscription, log: Log): Promise<GroupMember> {
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
    eachBatch: (payload) => handleBatch(payload, handle),
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
  handle: Subscription['handle'],
): Promise<void> {
  const alive = setInterval(() => void heartbeat().catch(() => undefined), heartbeatEveryMs);
  try {
    for (const message of batch.messages) {
      if (!isRunning() || isStale()) return;
      await handle(toIncoming(batch.topic, batch.partition, message));
      resolveOffset(message.offset);
      await commitOffsetsIfNecessary();
    }
  } finally {
    clearInterval(alive);
  }
}

const toIncoming = (topic: string, partition: number, { key, value, headers, offset }: KafkaMessage): IncomingMessage => ({
  topic,
  partition,
  offset,
  key: key?.toString() ?? null,
  headers: toText(headers ?? {}),
  value: value?.toString() ?? '',
});

/** A header may be given more than once; the last one counts. */
const toText = (headers: IHeaders): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(Array.isArray(value) ? value.at(-1) : (value ?? ''))]));
