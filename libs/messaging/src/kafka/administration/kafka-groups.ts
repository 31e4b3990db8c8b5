import type { Admin, Kafka } from 'kafkajs';
import { GroupAtWork, type ConsumerGroups, type GroupPlace, type LogPlace } from '../../transport/consumer-groups';
import { offsetsAt } from '../offsets-at';

export function createKafkaGroups(kafka: Kafka): ConsumerGroups {
  async function asAdmin<T>(work: (admin: Admin) => Promise<T>): Promise<T> {
    const admin = kafka.admin();
    await admin.connect();
    try {
      return await work(admin);
    } finally {
      await admin.disconnect();
    }
  }

  return {
    places: (group) => asAdmin((admin) => placesOf(admin, group)),
    countMembers: (group) => asAdmin((admin) => countMembers(admin, group)),
    async placesAt(topics, time) {
      return (await offsetsAt(kafka, topics, time)).map((place) => ({ ...place, offset: place.offset.toString() }));
    },
    move: (group, places) => asAdmin((admin) => move(admin, group, places)),
  };
}

async function placesOf(admin: Admin, group: string): Promise<GroupPlace[]> {
  const places: GroupPlace[] = [];
  for (const { topic } of await admin.fetchOffsets({ groupId: group })) {
    const kept = new Map(
      (await admin.fetchOffsets({ groupId: group, topics: [topic] }))[0]?.partitions.map(({ partition, offset }) => [
        partition,
        offset,
      ]),
    );
    for (const { partition, low, high } of await admin.fetchTopicOffsets(topic)) {
      const offset = kept.get(partition) ?? '-1';
      // Less than 0: it was never read, and begins at the beginning.
      places.push({ topic, partition, offset: offset.startsWith('-') ? low : offset, end: high });
    }
  }
  return places.sort((a, b) => a.topic.localeCompare(b.topic) || a.partition - b.partition);
}

const countMembers = async (admin: Admin, group: string) =>
  (await admin.describeGroups([group])).groups[0]?.members.length ?? 0;

async function move(admin: Admin, group: string, places: readonly LogPlace[]): Promise<void> {
  if ((await countMembers(admin, group)) > 0) throw new GroupAtWork(group);
  for (const topic of new Set(places.map((place) => place.topic))) {
    const partitions = places
      .filter((place) => place.topic === topic)
      .map(({ partition, offset }) => ({ partition, offset }));
    // kafkajs looks once more that nobody is in the group, and joins it for a moment itself.
    await admin.setOffsets({ groupId: group, topic, partitions });
  }
}
