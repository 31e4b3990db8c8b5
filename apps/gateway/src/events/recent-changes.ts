import type { Id } from '@bindery/kernel';
import type { Change } from './change';
import { apartMaxMs, isAfter, isCovered, windowMs, type Place, type Position } from './position';

/** A change as it is told, where it stands in the log and for whom it is. */
export interface KeptChange extends Place {
  readonly eventId: Id<'event'>;
  readonly accountId: Id<'account'>;
  readonly changes: readonly Change[];
  /** When its event was written, RFC 3339. */
  readonly at: string;
}

export interface RecentChangesOptions {
  /** From when on the log is read, milliseconds since the epoch. */
  readonly from: number;
  /** Changes at most; each takes about half a kilobyte. */
  readonly keptMax: number;
  readonly now: () => number;
}

/** The changes of the last minutes, in memory, so that a stream that was cut can go on without a gap. */
export interface RecentChanges {
  readonly size: number;
  /** When the log was last read, milliseconds since the epoch; 0 before. */
  readonly lastReadAt: number;
  /** Notes that the log was read up to here. */
  pass(place: Place): void;
  /** Keeps a change; false if it is here already: a relay or a restart may tell of an event twice. */
  keep(change: KeptChange): boolean;
  /** How far the log was read. */
  position(): Position;
  /** What an account missed since a position, in order; undefined when that is not known for sure. */
  since(accountId: Id<'account'>, position: Position): readonly KeptChange[] | undefined;
}

export function createRecentChanges({ from, keptMax, now }: RecentChangesOptions): RecentChanges {
  const heads = new Map<string, number>();
  /** By event, the oldest first; those of an account in the same order. */
  const kept = new Map<string, KeptChange>();
  const ofAccount = new Map<string, KeptChange[]>();
  let keptSince = from;
  let lastReadAt = 0;

  function forgetOld(): void {
    for (const change of kept.values()) {
      if (kept.size <= keptMax && change.readAt > now() - windowMs) return;
      keptSince = Math.max(keptSince, change.readAt + 1);
      kept.delete(change.eventId);
      const others = ofAccount.get(change.accountId);
      others?.shift();
      if (others?.length === 0) ofAccount.delete(change.accountId);
    }
  }

  const startedAt = now();

  /**
   * A position ahead of ours is of a process that reads faster, or of another log: which of them is not known. While this process has just
   * started it is the first: it still reads what the other has told.
   */
  const isAhead = ({ offsets }: Position): boolean =>
    now() > startedAt + apartMaxMs &&
    [...offsets].some(([partition, offset]) => offset > (heads.get(partition) ?? Infinity));

  return {
    get size() {
      return kept.size;
    },
    get lastReadAt() {
      return lastReadAt;
    },
    pass({ partition, offset, readAt }) {
      heads.set(partition, offset);
      lastReadAt = readAt;
    },
    keep(change) {
      if (kept.has(change.eventId)) return false;
      kept.set(change.eventId, change);
      const others = ofAccount.get(change.accountId);
      if (others) others.push(change);
      else ofAccount.set(change.accountId, [change]);
      forgetOld();
      return true;
    },
    position: () => ({ at: now(), offsets: new Map(heads) }),
    since(accountId, position) {
      if (!isCovered(position, keptSince, now()) || isAhead(position)) return undefined;
      return (ofAccount.get(accountId) ?? []).filter((change) => isAfter(change, position));
    },
  };
}
