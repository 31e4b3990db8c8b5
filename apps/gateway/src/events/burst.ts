import type { Change } from './change';
import type { Position } from './position';
import type { KeptChange } from './recent-changes';

const nameOf = ({ kind, id }: Change) => `${kind} ${id}`;

/**
 * What is to be told of changes that came together: each thing once, where it changed last. One act makes several events of one card, and whoever is told
 * reads it once, as it is by then.
 */
export function lastOfEach(changes: readonly KeptChange[]): readonly KeptChange[] {
  const told = new Set<string>();
  const kept: KeptChange[] = [];
  for (const change of [...changes].reverse()) {
    const left = change.changes.filter((each) => !told.has(nameOf(each)) && told.add(nameOf(each)));
    if (left.length > 0) kept.push({ ...change, changes: left });
  }
  return kept.reverse();
}

/** The position before all of these, where `position` is behind them. */
export function before({ at, offsets }: Position, changes: readonly KeptChange[]): Position {
  const earlier = new Map(offsets);
  for (const { partition, offset } of changes) {
    const told = earlier.get(partition);
    if (told === undefined || told < offset) continue;
    // Before the first there is none: then nothing of the partition was known.
    if (offset === 0) earlier.delete(partition);
    else earlier.set(partition, offset - 1);
  }
  return { at, offsets: earlier };
}
