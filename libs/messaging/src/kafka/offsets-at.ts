import type { Admin, Kafka } from 'kafkajs';

/** An offset of a partition of a topic. */
export interface KafkaPlace {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
}

/** The offset that the next message of each partition will have. */
export async function headsOf(admin: Admin, topics: readonly string[]): Promise<KafkaPlace[]> {
  const ofTopics = await Promise.all(
    topics.map(async (topic) =>
      (await admin.fetchTopicOffsets(topic)).map(({ partition, high }) => ({ topic, partition, offset: BigInt(high) })),
    ),
  );
  return ofTopics.flat();
}

/** The offset in each partition of the first message written at that time or later; the end of the partition if there is none. */
export async function offsetsAt(kafka: Kafka, topics: readonly string[], time: Date): Promise<KafkaPlace[]> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const places: KafkaPlace[] = [];
    for (const topic of topics)
      for (const { partition, offset } of await admin.fetchTopicOffsetsByTimestamp(topic, time.getTime()))
        places.push({ topic, partition, offset: BigInt(offset) });
    return places;
  } finally {
    await admin.disconnect();
  }
}
