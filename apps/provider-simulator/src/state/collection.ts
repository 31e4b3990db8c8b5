import type { Journal, JournalLine } from './journal';

/** Records by id, oldest first. Records are replaced, never changed in place, so that every change reaches the journal. */
export interface Collection<T> {
  get(id: string): T | undefined;
  put(id: string, record: T): void;
  remove(id: string): void;
  all(): T[];
  newestFirst(): T[];
  lines(): JournalLine[];
}

/** `limit`: how many records are kept; the oldest goes when one more comes, because memory and file must not grow for ever. */
export function createCollection<T>(
  name: string,
  limit: number,
  journal: () => Journal,
  loaded: readonly JournalLine[],
): Collection<T> {
  const records = new Map<string, T>();
  for (const { collection, id, record } of loaded) {
    if (collection !== name) continue;
    if (record === null) records.delete(id);
    else records.set(id, record as T);
  }

  const remove = (id: string) => {
    if (records.delete(id)) journal().append({ collection: name, id, record: null });
  };

  return {
    get: (id) => records.get(id),
    put(id, record) {
      records.set(id, record);
      journal().append({ collection: name, id, record });
      const oldest = records.size > limit ? records.keys().next().value : undefined;
      if (oldest !== undefined) remove(oldest);
    },
    remove,
    all: () => [...records.values()],
    newestFirst: () => [...records.values()].reverse(),
    lines: () => [...records].map(([id, record]) => ({ collection: name, id, record })),
  };
}
