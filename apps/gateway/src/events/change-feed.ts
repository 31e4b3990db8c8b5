import type { Id } from '@bindery/kernel';
import { parseEvent, partitionsPerTopic, topics, type BinderyEvent } from '@bindery/event-contracts';
import type { IncomingMessage, Tail, Transport } from '@bindery/messaging';
import type { Log } from '@bindery/service';
import type { EndedSessionsFeed } from '../door/auth/session-check';
import { toChanges } from './change';
import { createEndedSessions } from './ended-sessions';
import { windowMs, type Place } from './position';
import { createRecentChanges, type KeptChange, type RecentChanges } from './recent-changes';

/** Every partition of every topic, in the order by which a position numbers them. */
export const partitions: readonly string[] = topics.flatMap((topic) =>
  Array.from({ length: partitionsPerTopic }, (_, partition) => `${topic}/${partition}`),
);

export interface ChangeFeedOptions {
  readonly transport: Pick<Transport, 'tail'>;
  readonly log: Log;
  /** Changes kept in memory at most. */
  readonly keptMax: number;
  readonly onChange: (change: KeptChange) => void;
  readonly onSessionEnded: (sessionId: Id<'session'>) => void;
}

/** Reads all events, keeps what they changed for a while and tells of it. */
export interface ChangeFeed {
  readonly recent: RecentChanges;
  readonly endedSessions: EndedSessionsFeed;
  start(): void;
  stop(): Promise<void>;
}

export function createChangeFeed({ transport, log, keptMax, onChange, onSessionEnded }: ChangeFeedOptions): ChangeFeed {
  const from = Date.now() - windowMs;
  const recent = createRecentChanges({ from, keptMax, now: Date.now });
  const endedSessions = createEndedSessions(Date.now);
  let tail: Tail | undefined;

  function take({ topic, partition, offset, headers, value }: IncomingMessage): void {
    const place = { partition: `${topic}/${partition}`, offset: Number(offset), readAt: Date.now() };
    recent.pass(place);
    const event = parseEvent({ headers, value });
    // A service that is ahead of this program may tell of what is not known here yet.
    if (!event.ok) return log.debug({ topic, partition, offset, ...event.error }, 'event not understood');
    tellChanges(event.value, place);
    endSession(event.value, place);
  }

  function tellChanges(event: BinderyEvent, place: Place): void {
    const of = toChanges(event);
    const change = of && {
      ...place,
      eventId: event.id,
      accountId: of.accountId,
      changes: of.changes,
      at: event.time,
    };
    if (change && recent.keep(change)) onChange(change);
  }

  function endSession(event: BinderyEvent, { readAt }: Place): void {
    if (event.type !== 'bindery.account.session-ended.v1') return;
    endedSessions.add(event.data.sessionId, readAt);
    onSessionEnded(event.data.sessionId);
  }

  return {
    recent,
    endedSessions: {
      hasEnded: (sessionId) => endedSessions.has(sessionId),
      get toldAsOf() {
        return tail?.toldAsOf ?? 0;
      },
    },
    start: () => void (tail = transport.tail({ topics, from: new Date(from), onMessage: take })),
    stop: async () => tail?.stop(),
  };
}
