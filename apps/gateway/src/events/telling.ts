import { before, lastOfEach } from './burst';
import type { EventIds } from './event-ids';
import { changeData, changeFrame } from './frames';
import { advance, farthest, type Position } from './position';
import type { KeptChange } from './recent-changes';

export interface TellingOptions {
  readonly ids: EventIds;
  /** How far this process has read. */
  readonly here: () => Position;
  /** Where the stream went on that had been told elsewhere: it may be farther than this process has read. */
  readonly from: Position | undefined;
  readonly tell: (frame: string) => void;
}

/** What one stream is told: changes that come together, each thing once. */
export interface Telling {
  take(change: KeptChange): void;
  /** Tells what waits. */
  flush(): void;
  /** The id of how far it has been told. */
  id(): string;
}

/** From the first change of a burst until it is told: the events of one act come from one commit, or from two services within that. */
const burstMs = 200;

export function createTelling({ ids, here, from, tell }: TellingOptions): Telling {
  let waiting: KeptChange[] = [];
  let timer: NodeJS.Timeout | undefined;
  const read = (): Position => (from ? farthest(here(), from) : here());

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.length === 0) return;
    const end = read();
    let position = before(end, waiting);
    const changes = lastOfEach(waiting);
    waiting = [];
    for (const [index, change] of changes.entries()) {
      position = index === changes.length - 1 ? end : advance(position, change);
      tell(changeFrame(ids.seal(position), changeData(change.changes, change.at)));
    }
  }

  return {
    take(change) {
      waiting.push(change);
      timer ??= setTimeout(flush, burstMs);
    },
    flush,
    id: () => ids.seal(before(read(), waiting)),
  };
}
