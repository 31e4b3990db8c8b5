import { ok, type Result } from '@bindery/kernel';
import type { Transport } from '@bindery/messaging';
import type { Log, Metrics } from '@bindery/service';
import type { KeyRing } from '@bindery/trust';
import type { EndedSessionsFeed } from '../door/auth/session-check';
import { createChangeFeed, partitions, type ChangeFeed } from './change-feed';
import { EventStream } from './event-stream';
import { createEventIds } from './event-ids';
import { findMissed, firstFrames } from './missed';
import { createStreamMetrics } from './stream-metrics';
import {
  createOpenStreams,
  type OpenStreams,
  type StreamLimits,
  type StreamOwner,
  type TooManyStreams,
} from './open-streams';
import { isAfter, type Position } from './position';
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

const measure = (metrics: Metrics, streams: OpenStreams, { recent, endedSessions }: ChangeFeed) =>
  createStreamMetrics(metrics, {
    open: () => streams.size,
    kept: () => recent.size,
    lastRead: () => recent.lastReadAt,
    toldAsOf: () => endedSessions.toldAsOf,
  });

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
  const measured = measure(metrics, streams, feed);

  function onChange(change: KeptChange): void {
    for (const stream of streams.ofAccount(change.accountId)) {
      const { from, telling } = told.get(stream) ?? {};
      if (!from || isAfter(change, from)) telling?.take(change);
    }
  }

  return {
    endedSessions: feed.endedSessions,
    open(listener) {
      const admitted = streams.admit(listener);
      if (!admitted.ok) return admitted;
      const ids = idsOf(listener.accountId);
      const missed = findMissed(feed.recent, ids, listener);
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
      const cameBack = listener.lastEventId !== undefined;
      for (const frame of firstFrames({ retry, missed, ids, here: telling.id(), cameBack })) stream.tell(frame);
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
