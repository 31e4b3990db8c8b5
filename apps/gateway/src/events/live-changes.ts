import { ok, type Result } from '@bindery/kernel';
import type { Transport } from '@bindery/messaging';
import type { Log, Metrics } from '@bindery/service';
import type { KeyRing } from '@bindery/trust';
import type { EndedSessionsFeed } from '../door/auth/session-check';
import { createChangeFeed, partitions } from './change-feed';
import { EventStream } from './event-stream';
import { lastOfEach } from './burst';
import { createEventIds, type EventIds } from './event-ids';
import { aliveFrame, changeData, changeFrame, openingFrame, resetFrame } from './frames';
import { createStreamMetrics } from './stream-metrics';
import { createOpenStreams, type StreamLimits, type StreamOwner, type TooManyStreams } from './open-streams';
import { advance, isAfter, type Position } from './position';
import type { KeptChange } from './recent-changes';
import { createTelling, type Telling } from './telling';

/** Somebody who wants to be told. */
export interface Listener extends StreamOwner {
  /** When the access token ends, milliseconds since the epoch. */
  readonly expiresAt: number;
  /** The id of the last event that came, if there was one. */
  readonly lastEventId?: string | undefined;
}

export interface LiveChangesOptions {
  readonly transport: Transport;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly limits: StreamLimits;
  readonly keptMax: number;
  /** Keys that every gateway has, for the ids of events. */
  readonly idKeys: KeyRing;
}

/** Tells each session what changed in its account, as the event log has it. */
export interface LiveChanges {
  /** Sessions that are over, though a token of them may still be good. */
  readonly endedSessions: EndedSessionsFeed;
  /** The stream for a listener. What was missed since `lastEventId` is in it already. */
  open(listener: Listener): Result<EventStream, TooManyStreams>;
  start(): void;
  /** Ends every stream, in a way that clients come back, elsewhere. */
  endStreams(): void;
  stop(): Promise<void>;
}

/** Shorter than the minute after which proxies give up on a connection that says nothing. */
const heartbeatMs = 15_000;

/** Clients come back spread over two seconds, so that a process that stops does not send all of them to another at once. */
const retryMs = () => 1_000 + Math.floor(Math.random() * 2_000);

/** Who missed more than that reads everything again: it is cheaper than as many single changes. */
const missedMax = 100;

/** A stream as it is told. */
interface Told {
  /** Where it went on that had been told elsewhere, so that nothing comes twice. */
  readonly from: Position | undefined;
  readonly telling: Telling;
}

export function createLiveChanges({
  transport,
  log,
  metrics,
  limits,
  keptMax,
  idKeys,
}: LiveChangesOptions): LiveChanges {
  const streams = createOpenStreams(limits);
  const idsOf = createEventIds(idKeys, partitions);
  const told = new WeakMap<EventStream, Told>();
  const feed = createChangeFeed({
    transport,
    log,
    keptMax,
    onChange,
    onSessionEnded: (sessionId) => streams.endSession(sessionId),
  });
  const measured = createStreamMetrics(metrics, {
    open: () => streams.size,
    kept: () => feed.recent.size,
    lastRead: () => feed.recent.lastReadAt,
    toldAsOf: () => feed.endedSessions.toldAsOf,
  });

  function onChange(change: KeptChange): void {
    for (const stream of streams.ofAccount(change.accountId)) {
      const { from, telling } = told.get(stream) ?? {};
      if (!from || isAfter(change, from)) telling?.take(change);
    }
  }

  /** Where the listener goes on, and what it missed; undefined where that is not known, or is more than reading everything again. */
  function missedBy({ accountId, lastEventId }: Listener, ids: EventIds): Missed | undefined {
    const from = lastEventId === undefined ? undefined : ids.open(lastEventId);
    const missed = from && feed.recent.since(accountId, from);
    const changes = missed && lastOfEach(missed);
    return changes && changes.length <= missedMax ? { from, changes } : undefined;
  }

  return {
    endedSessions: feed.endedSessions,
    open(listener) {
      const admitted = streams.admit(listener);
      if (!admitted.ok) return admitted;
      const ids = idsOf(listener.accountId);
      const missed = missedBy(listener, ids);
      const retry = retryMs();
      const telling = createTelling({
        ids,
        here: () => feed.recent.position(),
        from: missed?.from,
        tell(frame) {
          stream.tell(frame);
          measured.told.inc();
        },
      });
      const stream = new EventStream({
        expiresAt: listener.expiresAt,
        position: telling.id,
        retryMs: retry,
        heartbeatMs,
        beforeEnd: telling.flush,
        onEnd(reason) {
          streams.remove(listener, stream);
          measured.ended.inc({ reason });
        },
      });
      told.set(stream, { from: missed?.from, telling });
      streams.add(listener, stream);
      const here = telling.id();
      stream.tell(openingFrame(retry, missed ? ids.seal(missed.from) : here));
      if (missed) for (const frame of missedFrames(missed, ids, here)) stream.tell(frame);
      else if (listener.lastEventId !== undefined) stream.tell(resetFrame(here));
      return ok(stream);
    },
    start: () => feed.start(),
    endStreams: () => streams.endAll('CLOSING'),
    async stop() {
      await feed.stop();
      await transport.close();
    },
  };
}

interface Missed {
  readonly from: Position;
  readonly changes: readonly KeptChange[];
}

/** Each with the position up to it, so that a cut in their midst is none; then where all of them lead. */
function missedFrames({ from, changes }: Missed, ids: EventIds, here: string): readonly string[] {
  let position = from;
  return [
    ...changes.map((change) =>
      changeFrame(ids.seal((position = advance(position, change))), changeData(change.changes, change.at)),
    ),
    aliveFrame(here),
  ];
}
