import { createKafkaClient, type KafkaOptions } from '../kafka-client';

/** Creates the topics that are missing and leaves the others as they are. A new broker needs a moment before it takes part. */
export async function ensureKafkaTopics(
  options: KafkaOptions,
  topics: readonly string[],
  partitions: number,
  replicas = 1,
): Promise<void> {
  const admin = createKafkaClient(options).admin();
  await admin.connect();
  try {
    await admin.createTopics({
      waitForLeaders: true,
      topics: topics.map((topic) => ({ topic, numPartitions: partitions, replicationFactor: replicas })),
    });
  } finally {
    await admin.disconnect();
  }
}
