import { createSecretKey, type KeyObject } from 'node:crypto';
import type { KeyRing } from '@bindery/trust';

/** Whose readers sign by a key. */
export interface ReaderKey {
  readonly provider: string;
  readonly key: KeyObject;
}

/** By what a reader names its key: `<provider>/<kid>`. */
export type ReaderKeys = ReadonlyMap<string, ReaderKey>;

/** Several keys of one provider are good at once: that is how they are changed, and how one site's readers have another than the next. */
export const toReaderKeys = (ringOfEach: Readonly<Record<string, KeyRing>>): ReaderKeys =>
  new Map(
    Object.entries(ringOfEach).flatMap(([provider, ring]) =>
      [...ring].map(([kid, key]) => [`${provider}/${kid}`, { provider, key: createSecretKey(key) }] as const),
    ),
  );
