import type { WordsKey } from './words-key.rules';

/** A short title and a body that stands alone: SMS carries the body only, without links, so that ours are told from forged ones. */
export type WordsCatalogue = Record<`${WordsKey}.${'title' | 'body'}`, string>;
