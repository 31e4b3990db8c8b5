import { notificationKinds } from './notification-kind.rules';

/** What the catalogues have words for: each kind, and variants of a kind that need other words. */
export const wordsKeys = [...notificationKinds, 'CARD_DECLINED'] as const;
export type WordsKey = (typeof wordsKeys)[number];
