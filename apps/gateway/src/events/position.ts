import { accessTokenLifetimeMs } from '@bindery/trust';

/**
 * How far back the log is read and changes are kept: as long as an access token lives, and a minute for clocks that differ. Who
 * comes back later has to read everything again.
 */
export const windowMs = accessTokenLifetimeMs + 60_000;

/** How far apart two gateway processes may be in reading the log, by clocks that differ; so long may one that starts read what is behind. */
export const apartMaxMs = 60_000;

/** Where a message stands in the event log, and when this process read it. */
export interface Place {
  /** Topic and partition: order is kept within it. */
  readonly partition: string;
  /** Counts up within the partition. */
  readonly offset: number;
  /** Milliseconds since the epoch. */
  readonly readAt: number;
}

/**
 * How far a stream has been told: the last offset of each partition, and when that was. It is the `id` of an event, so that any
 * gateway process can go on where another stopped, though each reads the partitions in an order of its own.
 */
export interface Position {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly offsets: ReadonlyMap<string, number>;
}

/** Whether a message comes after a position. Where nothing of the partition was known, nothing of the window before was in it. */
export function isAfter({ partition, offset, readAt }: Place, { at, offsets }: Position): boolean {
  const told = offsets.get(partition);
  return told === undefined ? readAt > at - windowMs : offset > told;
}

/** Whether all that came after a position is kept by who keeps everything read since `keptSince`. Nobody is told of the future. */
export const isCovered = ({ at }: Position, keptSince: number, now: number): boolean =>
  at - apartMaxMs >= keptSince && at - apartMaxMs <= now;

/** As text without blanks, for the `id` of an event: `<time>.<partition>:<offset>.…`, numbers in base 36, partitions by number. */
export function writePosition({ at, offsets }: Position, partitions: readonly string[]): string {
  const known = partitions.flatMap((partition, index) => {
    const offset = offsets.get(partition);
    return offset === undefined ? [] : [`${index.toString(36)}:${offset.toString(36)}`];
  });
  return [at.toString(36), ...known].join('.');
}

/** Longer than any id that we give: a partition takes 14 characters at most. */
const textLengthMax = 1_024;

/** Reads what `writePosition` wrote; undefined for anything else. */
export function readPosition(text: string, partitions: readonly string[]): Position | undefined {
  if (text.length > textLengthMax || !/^[0-9a-z]{1,9}(\.[0-9a-z]{1,2}:[0-9a-z]{1,11})*$/.test(text)) return undefined;
  const [at = '', ...parts] = text.split('.');
  const offsets = new Map<string, number>();
  for (const part of parts) {
    const [index = -1, offset = -1] = part.split(':').map((digits) => Number.parseInt(digits, 36));
    const partition = partitions[index];
    if (!partition) return undefined;
    offsets.set(partition, offset);
  }
  return { at: Number.parseInt(at, 36), offsets };
}

/** The position after one more message was told. */
export const advance = ({ at, offsets }: Position, { partition, offset }: Place): Position => ({
  at,
  offsets: new Map([...offsets, [partition, offset]]),
});

/** As far as both have come together. */
export function farthest(one: Position, other: Position): Position {
  const offsets = new Map(one.offsets);
  for (const [partition, offset] of other.offsets)
    offsets.set(partition, Math.max(offset, offsets.get(partition) ?? offset));
  return { at: one.at, offsets };
}
