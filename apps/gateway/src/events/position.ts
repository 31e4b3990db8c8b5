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
 * How far a stream has been told: the last offset of each partition, and when that was. Sealed, it is the `id` of an event, so that any
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

const numberBytes = 8;

/** Stands for a partition of which nothing is known; no offset comes near. */
const unknown = 2n ** 64n - 1n;

/** How long every position is in bytes, whatever it says: its length tells nothing. */
export const positionBytes = (partitions: readonly string[]): number => (1 + partitions.length) * numberBytes;

/** The time, then the offset in each partition, as big-endian numbers of 8 bytes. */
export function writePosition({ at, offsets }: Position, partitions: readonly string[]): Buffer {
  const bytes = Buffer.alloc(positionBytes(partitions));
  bytes.writeBigUInt64BE(BigInt(at));
  for (const [index, partition] of partitions.entries())
    bytes.writeBigUInt64BE(BigInt(offsets.get(partition) ?? unknown), (1 + index) * numberBytes);
  return bytes;
}

/** Reads what `writePosition` wrote; undefined for anything of another length. */
export function readPosition(bytes: Buffer, partitions: readonly string[]): Position | undefined {
  if (bytes.length !== positionBytes(partitions)) return undefined;
  const offsets = new Map<string, number>();
  for (const [index, partition] of partitions.entries()) {
    const offset = bytes.readBigUInt64BE((1 + index) * numberBytes);
    if (offset !== unknown) offsets.set(partition, Number(offset));
  }
  return { at: Number(bytes.readBigUInt64BE()), offsets };
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
