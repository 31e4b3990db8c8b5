import type { AlertKind } from '../../alert-kind.rules';
import { aboutBinding } from '../../alert.rules';
import { en as notEnteredEn } from './card-not-entered.words.en';
import { zhCn as notEnteredZhCn } from './card-not-entered.words.zh-cn';
import { en } from './card-not-finished.words.en';
import { zhCn } from './card-not-finished.words.zh-cn';

/** Where it stopped, for those who did what they could: what nobody confirmed was never asked of anybody, and lapses without a word. */
const stops: Readonly<Record<string, string>> = {
  IN_REVIEW: 'REVIEW',
  BINDING: 'ACTIVATION',
  AWAITING_ACTIVATION: 'ACTIVATION',
};

export const cardNotFinished = {
  code: 'CARD_NOT_FINISHED',
  description: 'A card was not bound, or not moved, because the time for it was over; nobody refused it.',
  critical: true,
  words: { en, 'zh-CN': zhCn },
  variants: {
    CARD_NOT_ENTERED: { en: notEnteredEn, 'zh-CN': notEnteredZhCn },
  },
  facts: {
    'bindery.binding.lapsed.v1': {
      action: 'OPEN_CARD',
      alertOf: ({ from, cause, ...data }) => {
        const stopped = stops[from ?? ''];
        return stopped ? aboutBinding(data, { stopped, cause }) : null;
      },
    },
    'bindery.move.card-lapsed.v1': {
      variant: 'CARD_NOT_ENTERED',
      action: 'OPEN_CARD',
      alertOf: (data) => aboutBinding(data),
    },
  },
} as const satisfies AlertKind;
