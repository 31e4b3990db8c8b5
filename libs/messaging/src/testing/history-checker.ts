/** An event as it was written, or its effect as it was seen. */
export interface Occurrence {
  readonly eventId: string;
  readonly key: string;
  /** Place among the events of the key. */
  readonly sequence: number;
}

/** Descriptions of what went wrong; all empty when nothing did. */
export interface Verdict {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly outOfOrder: readonly string[];
}

/**
 * Compares what was committed by writers with the effects that consumers had, in the order of the effects. Effects of events that
 * nobody here wrote are left out: a log may hold those of others.
 */
export function checkHistory(written: readonly Occurrence[], seen: readonly Occurrence[]): Verdict {
  const ours = new Set(written.map(({ eventId }) => eventId));
  const times = new Map<string, number>();
  const highest = new Map<string, number>();
  const outOfOrder: string[] = [];
  for (const { eventId, key, sequence } of seen) {
    if (!ours.has(eventId)) continue;
    times.set(eventId, (times.get(eventId) ?? 0) + 1);
    const before = highest.get(key) ?? -Infinity;
    if (sequence < before) outOfOrder.push(`${key}: ${sequence} after ${before}`);
    highest.set(key, Math.max(before, sequence));
  }
  return {
    lost: written.filter(({ eventId }) => !times.has(eventId)).map(toText),
    doubled: [...times].filter(([, count]) => count > 1).map(([eventId, count]) => `${eventId} ${count} times`),
    outOfOrder,
  };
}

const toText = ({ eventId, key, sequence }: Occurrence) => `${eventId} (${key}: ${sequence})`;
