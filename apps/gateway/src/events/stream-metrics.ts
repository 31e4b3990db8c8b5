import { Counter, Gauge } from 'prom-client';
import type { Metrics } from '@bindery/service';

export interface StreamReadings {
  readonly open: () => number;
  readonly kept: () => number;
  /** Milliseconds since the epoch. */
  readonly lastRead: () => number;
  /** The same. */
  readonly toldAsOf: () => number;
}

/** What is measured of live changes. */
export function createStreamMetrics(registry: Metrics, { open, kept, lastRead, toldAsOf }: StreamReadings) {
  const registers = [registry];
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  gauge('event_streams_open', 'Event streams that are open now', open);
  gauge(
    'event_streams_log_read_timestamp_seconds',
    'When the last event was read from the log, Unix time; 0 before the first',
    () => lastRead() / 1_000,
  );
  gauge(
    'event_streams_log_known_timestamp_seconds',
    'As of when all that the log has is known, Unix time; 0 while it is still read. Ended sessions are told by it',
    () => toldAsOf() / 1_000,
  );
  gauge('event_streams_changes_kept', 'Changes kept in memory for streams that come back', kept);
  return {
    told: new Counter({ name: 'event_streams_told_total', help: 'Changes told to a stream', registers }),
    /** SLOW: the client did not read; GONE: it closed the connection; the others are told to it. */
    ended: new Counter({
      name: 'event_streams_ended_total',
      help: 'Event streams that ended, by reason',
      labelNames: ['reason'],
      registers,
    }),
  };
}
