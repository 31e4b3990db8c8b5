import type { Log } from '@bindery/service';
import type { Subscription } from '../../transport/transport';
import type { Place } from '../fetch-messages';
import { fairShare } from './fair-share';
import type { GroupSession } from './group-session';
import { lockClass } from './lock-keys';
import { createPartitionReader, type PartitionReader } from './partition-reader';

/** The partitions a member of a group owns now, each with its reader. */
export interface OwnedPartitions {
  /** Gives up and takes over partitions until this member has its fair share. */
  rebalance(): Promise<void>;
  readers(): readonly PartitionReader[];
  /** Records how far messages were handled, where that has changed. */
  savePlaces(): Promise<void>;
  /** True when all that was taken in is handled and recorded. */
  settled(): boolean;
  /** Stops all readers; nothing is handled after it resolves. */
  stopReading(): Promise<void>;
}

interface OwnedPartitionsDeps {
  readonly session: GroupSession;
  readonly subscription: Subscription;
  /** The number of partitions of each topic subscribed to. */
  readonly partitions: ReadonlyMap<string, number>;
  readonly member: number;
  readonly ended: AbortSignal;
  readonly onHungry: () => void;
  readonly log: Log;
}

export function createOwnedPartitions({
  session,
  subscription,
  partitions,
  member,
  ended,
  onHungry,
  log,
}: OwnedPartitionsDeps): OwnedPartitions {
  const owned = new Map<string, { reader: PartitionReader; saved: bigint }>();
  const nameOf = (topic: string, partition: number) => `${topic}/${partition}`;

  async function savePlaces(): Promise<void> {
    const changed = [...owned.values()].filter(({ reader, saved }) => reader.handledTo() > saved);
    const places: Place[] = changed.map(({ reader }) => ({
      topic: reader.topic,
      partition: reader.partition,
      position: reader.handledTo(),
    }));
    await session.movePlaces(places);
    changed.forEach((entry, index) => (entry.saved = places[index]?.position ?? entry.saved));
  }

  /** The lock goes last: whoever takes over reads our final place, after our last effect. */
  async function giveUp(topic: string, partition: number): Promise<void> {
    const name = nameOf(topic, partition);
    await owned.get(name)?.reader.stop();
    await savePlaces();
    owned.delete(name);
    await session.disown(topic, partition);
    log.debug({ group: subscription.group, topic, partition }, 'partition given up');
  }

  async function takeOver(topic: string, partition: number): Promise<void> {
    if (!(await session.tryOwn(topic, partition))) return;
    const from = await session.placeIn(topic, partition);
    const reader = createPartitionReader({ topic, partition, from, subscription, ended, onHungry, log });
    owned.set(nameOf(topic, partition), { reader, saved: from });
    log.debug({ group: subscription.group, topic, partition, from: from.toString() }, 'partition taken over');
  }

  return {
    savePlaces,
    readers: () => [...owned.values()].map(({ reader }) => reader),
    async rebalance() {
      const members = await session.membersOf(subscription.topics);
      for (const [topic, count] of partitions) {
        const share = new Set(fairShare(count, members.get(topic) ?? [], member, lockClass(topic)));
        for (let partition = 0; partition < count; partition++) {
          const mine = owned.has(nameOf(topic, partition));
          if (mine && !share.has(partition)) await giveUp(topic, partition);
          if (!mine && share.has(partition)) await takeOver(topic, partition);
        }
      }
    },
    settled: () => [...owned.values()].every(({ reader, saved }) => reader.takenTo() === saved),
    async stopReading() {
      await Promise.all([...owned.values()].map(({ reader }) => reader.stop()));
    },
  };
}
