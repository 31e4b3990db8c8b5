import { randomInt } from 'node:crypto';
import type { Log } from '@bindery/service';
import type { Client } from 'pg';
import { keepConnected } from '../../connection/keep-connected';
import { createWake } from '../../connection/wake';
import type { GroupMember, IncomingMessage, Subscription } from '../../transport/transport';
import { createGroupSession, type GroupSession } from './group-session';
import { createOwnedPartitions, type OwnedPartitions } from './owned-partitions';
import { hungryBelow } from './partition-reader';

/** Newcomers and the gone are noticed within this; also the slow poll should a notification be lost. */
const rebalanceEveryMs = 500;

/** Saving a place costs a write. What a crash makes come again is at most this long ago, and the inbox knows it. */
const saveEveryMs = 100;

export function joinGroup(url: string, subscription: Subscription, log: Log): GroupMember {
  const member = randomInt(1, 2 ** 31 - 1);
  return keepConnected({ url, name: `consumer ${subscription.group}`, log }, (client, ended) =>
    takePart({ client, ended, member, subscription, log }),
  );
}

interface Membership {
  readonly client: Client;
  readonly ended: AbortSignal;
  readonly member: number;
  readonly subscription: Subscription;
  readonly log: Log;
}

async function takePart({ client, ended, member, subscription, log }: Membership): Promise<void> {
  const wake = createWake();
  const session = createGroupSession(client, subscription.group, member);
  const partitions = await session.partitionsOf(subscription.topics);
  const owned = createOwnedPartitions({ session, subscription, partitions, member, ended, onHungry: wake.signal, log });
  client.on('notification', ({ payload }) => {
    if (payload && subscription.topics.includes(payload)) wake.signal();
  });
  ended.addEventListener('abort', wake.signal);
  try {
    await session.join(subscription.topics);
    await readUntil(ended, session, owned, wake.wait);
  } finally {
    await owned.stopReading();
  }
  // Reached on an orderly stop, and in vain on a lost connection.
  await owned.savePlaces();
}

async function readUntil(
  ended: AbortSignal,
  session: GroupSession,
  owned: OwnedPartitions,
  wait: (ms: number) => Promise<boolean>,
): Promise<void> {
  let rebalancedAt = -Infinity;
  let savedAt = -Infinity;
  while (!ended.aborted) {
    const now = performance.now();
    if (now - rebalancedAt >= rebalanceEveryMs) {
      await owned.rebalance();
      rebalancedAt = now;
    }
    if (now - savedAt >= saveEveryMs) {
      await owned.savePlaces();
      savedAt = now;
    }
    if (!(await fetchMore(session, owned))) await wait(owned.settled() ? rebalanceEveryMs : saveEveryMs);
  }
}

/** True if there is more at once; otherwise a notification will tell. */
async function fetchMore(session: GroupSession, owned: OwnedPartitions): Promise<boolean> {
  const hungry = owned.readers().filter((reader) => reader.waiting() < hungryBelow);
  if (!hungry.length) return false;
  const places = hungry.map((reader) => ({
    topic: reader.topic,
    partition: reader.partition,
    position: reader.takenTo(),
  }));
  const messages = await session.fetch(places, hungryBelow);
  const shares = new Map(hungry.map((reader) => [placeOf(reader), [] as IncomingMessage[]]));
  for (const message of messages) shares.get(placeOf(message))?.push(message);
  for (const reader of hungry) reader.take(shares.get(placeOf(reader)) ?? []);
  return [...shares.values()].some((share) => share.length === hungryBelow);
}

const placeOf = ({ topic, partition }: { topic: string; partition: number }) => `${topic}/${partition}`;
