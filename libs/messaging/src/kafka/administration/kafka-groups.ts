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
    places: (group, topics = []) => asAdmin((admin) => placesOf(admin, group, topics)),
    countMembers: (group) => asAdmin((admin) => countMembers(admin, group)),
    async placesAt(topics, time) {
      return (await offsetsAt(kafka, topics, time)).map((place) => ({ ...place, offset: place.offset.toString() }));
    },
    move: (group, places) => asAdmin((admin) => move(admin, group, places)),
  };
}

async function placesOf(admin: Admin, group: string, besides: readonly string[]): Promise<GroupPlace[]> {
  const places: GroupPlace[] = [];
  const read = (await admin.fetchOffsets({ groupId: group })).map(({ topic }) => topic);
  for (const topic of new Set([...read, ...besides])) {
    const kept = new Map(
      (await admin.fetchOffsets({ groupId: group, topics: [topic] }))[0]?.partitions.map(({ partition, offset }) => [
        partition,
        offset,
      ]),
    );
    for (const { partition, low, high } of await admin.fetchTopicOffsets(topic)) {
      // Less than the beginning: it was never read, or what comes next was deleted.
      const offset = BigInt(kept.get(partition) ?? -1);
      places.push({ topic, partition, offset: offset < BigInt(low) ? low : offset.toString(), end: high });
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
