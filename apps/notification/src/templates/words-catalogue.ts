import type { WordsKey } from '../alerts';

/** A short title and a body that stands alone: SMS carries the body only, without links, so that ours are told from forged ones. */
export type WordsCatalogue = Record<`${WordsKey}.${'title' | 'body'}`, string>;
