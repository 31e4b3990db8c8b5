import { ok, type Result } from '@bindery/kernel';
import type { Transport } from '@bindery/messaging';
import type { Log, Metrics } from '@bindery/service';
import type { EndedSessionsFeed } from '../door/auth/session-check';
import { createChangeFeed, partitions } from './change-feed';
import { EventStream } from './event-stream';
import { aliveFrame, changeFrame, openingFrame, resetFrame } from './frames';
import { createStreamMetrics } from './stream-metrics';
import { createOpenStreams, type StreamLimits, type StreamOwner, type TooManyStreams } from './open-streams';
import { advance, farthest, isAfter, readPosition, writePosition, type Position } from './position';
import type { KeptChange } from './recent-changes';

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

export function createLiveChanges({ transport, log, metrics, limits, keptMax }: LiveChangesOptions): LiveChanges {
  const streams = createOpenStreams(limits);
  /** Where streams went on that had been told elsewhere, so that nothing comes twice. */
  const resumed = new WeakMap<EventStream, Position>();
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
  /** How far a stream has been told: where it went on elsewhere, that may be farther than this process has read. */
  function positionOf(from: Position | undefined): string {
    const here = feed.recent.position();
    return writePosition(from ? farthest(here, from) : here, partitions);
  }

  function onChange(change: KeptChange): void {
    for (const stream of streams.ofAccount(change.accountId)) {
      const from = resumed.get(stream);
      if (from && !isAfter(change, from)) continue;
      stream.tell(changeFrame(positionOf(from), change.data));
      measured.told.inc();
    }
  }

  return {
    endedSessions: feed.endedSessions,
    open(listener) {
      const admitted = streams.admit(listener);
      if (!admitted.ok) return admitted;
      const retry = retryMs();
      const stream: EventStream = new EventStream({
        expiresAt: listener.expiresAt,
        position: () => positionOf(resumed.get(stream)),
        retryMs: retry,
        heartbeatMs,
        onEnd(reason) {
          streams.remove(listener, stream);
          measured.ended.inc({ reason });
        },
      });
      streams.add(listener, stream);
      const from = listener.lastEventId === undefined ? undefined : readPosition(listener.lastEventId, partitions);
      const missed = from && feed.recent.since(listener.accountId, from);
      const goesOn = missed && missed.length <= missedMax;
      if (goesOn) resumed.set(stream, from);
      const here = positionOf(resumed.get(stream));
      stream.tell(openingFrame(retry, goesOn ? writePosition(from, partitions) : here));
      for (const frame of goesOn
        ? missedFrames(from, missed, here)
        : listener.lastEventId === undefined
          ? []
          : [resetFrame(here)])
        stream.tell(frame);
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

/** Each with the position up to it, so that a cut in their midst is none; then where all of them lead. */
function missedFrames(from: Position, missed: readonly KeptChange[], here: string): readonly string[] {
  let position = from;
  return [
    ...missed.map((change) =>
      changeFrame(writePosition((position = advance(position, change)), partitions), change.data),
    ),
    aliveFrame(here),
  ];
}
