import type { GroupPlace } from '../transport/consumer-groups';

/** A message is tried for `blockedMaxMs` at most, so a partition that has more to give and stands still for so long is not being read. */
export const stalledAfterMs = 30_000;

/** A partition whose reader does not advance. */
export interface StalledPartition {
  readonly topic: string;
  readonly partition: number;
  /** Milliseconds since it was seen to advance, or to have nothing to read. */
  readonly forMs: number;
  /** What of the log the group has not handled. */
  readonly lag: number;
}

export interface StalledPartitions {
  /** Takes in where the group stands at a time (milliseconds, of a clock that only goes forward). */
  look(places: readonly GroupPlace[], nowMs: number): void;
  /** Those that stood still at the last look. */
  list(): readonly StalledPartition[];
}

/** Tells a partition with much to read from one that nobody reads: of a lag alone both look alike. */
export function createStalledPartitions(): StalledPartitions {
  const seen = new Map<string, { readonly offset: string; readonly sinceMs: number }>();
  let stalled: readonly StalledPartition[] = [];
  return {
    look(places, nowMs) {
      stalled = places.flatMap(({ topic, partition, offset, end }) => {
        const name = `${topic}/${partition}`;
        const lag = Number(BigInt(end) - BigInt(offset));
        const before = seen.get(name);
        const sinceMs = before?.offset === offset && lag > 0 ? before.sinceMs : nowMs;
        seen.set(name, { offset, sinceMs });
        return nowMs - sinceMs >= stalledAfterMs ? [{ topic, partition, forMs: nowMs - sinceMs, lag }] : [];
      });
    },
    list: () => stalled,
  };
}
