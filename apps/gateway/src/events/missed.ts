import { lastOfEach } from './burst';
import type { EventIds } from './event-ids';
import { aliveFrame, changeData, changeFrame, openingFrame, resetFrame } from './frames';
import { advance, type Position } from './position';
import type { KeptChange, RecentChanges } from './recent-changes';
import type { StreamOwner } from './open-streams';

/** Who missed more than that reads everything again: it is cheaper than as many single changes. */
const missedMax = 100;

/** Where a stream goes on, and what was missed since. */
export interface Missed {
  readonly from: Position;
  readonly changes: readonly KeptChange[];
}

/** What somebody missed since the event of that id; undefined where that is not known, or is more than reading everything again. */
export function findMissed(
  recent: RecentChanges,
  ids: EventIds,
  { accountId, lastEventId }: Pick<StreamOwner, 'accountId'> & { readonly lastEventId?: string | undefined },
): Missed | undefined {
  const from = lastEventId === undefined ? undefined : ids.open(lastEventId);
  const missed = from && recent.since(accountId, from);
  const changes = missed && lastOfEach(missed);
  return changes && changes.length <= missedMax ? { from, changes } : undefined;
}

export interface Opening {
  /** Milliseconds until the client comes back after a cut. */
  readonly retry: number;
  readonly missed: Missed | undefined;
  readonly ids: EventIds;
  /** The id of how far the stream has been told. */
  readonly here: string;
  /** Whether the client said where it was. */
  readonly cameBack: boolean;
}

/** The first words of a stream: where it is, then what was missed, or that everything has to be read again. */
export function firstFrames({ retry, missed, ids, here, cameBack }: Opening): readonly string[] {
  if (missed) return [openingFrame(retry, ids.seal(missed.from)), ...missedFrames(missed, ids, here)];
  return cameBack ? [openingFrame(retry, here), resetFrame(here)] : [openingFrame(retry, here)];
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
