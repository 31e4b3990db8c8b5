import type { Change } from './store';

/** Records by id, oldest first. Records are replaced, never changed in place, so that every change reaches the disk. */
export interface Collection<T> {
  get(id: string): T | undefined;
  put(id: string, record: T): void;
  remove(id: string): void;
  all(): T[];
  newestFirst(): T[];
}

export interface CollectionOptions {
  readonly name: string;
  /** How many records are kept; the oldest goes when one more comes, because memory and disk must not fill up for ever. */
  readonly limit: number;
  /** What the store has, of all collections. */
  readonly loaded: readonly (readonly [key: string, value: unknown])[];
  readonly write: (change: Change) => void;
}

interface Kept<T> {
  readonly id: string;
  readonly record: T;
}

export function createCollection<T>({ name, limit, loaded, write }: CollectionOptions): Collection<T> {
  const records = new Map<string, Kept<T> & { readonly key: string }>();
  for (const [key, value] of loaded) {
    const kept = value as Kept<T>;
    if (key.startsWith(`${name}/`)) records.set(kept.id, { ...kept, key });
  }
  let lastPlace = Number([...records.values()].at(-1)?.key.slice(name.length + 1) ?? 0);

  const remove = (id: string) => {
    const kept = records.get(id);
    if (!kept) return;
    records.delete(id);
    write({ type: 'del', key: kept.key });
  };

  return {
    get: (id) => records.get(id)?.record,
    put(id, record) {
      const key = records.get(id)?.key ?? keyOf(name, ++lastPlace);
      records.set(id, { id, record, key });
      write({ type: 'put', key, value: { id, record } });
      const oldest = records.size > limit ? records.keys().next().value : undefined;
      if (oldest !== undefined) remove(oldest);
    },
    remove,
    all: () => [...records.values()].map(({ record }) => record),
    newestFirst: () => [...records.values()].map(({ record }) => record).reverse(),
  };
}

/** Keys sort as texts; these also sort by age. */
const keyOf = (name: string, place: number) => `${name}/${String(place).padStart(12, '0')}`;
