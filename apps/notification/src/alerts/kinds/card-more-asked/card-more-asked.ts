import type { AlertKind } from '../../alert-kind.rules';
import { aboutBinding } from '../../alert.rules';
import { en } from './card-more-asked.words.en';
import { zhCn } from './card-more-asked.words.zh-cn';

export const cardMoreAsked = {
  code: 'CARD_MORE_ASKED',
  description: 'Reviewers want more before a card is bound.',
  critical: false,
  words: { en, 'zh-CN': zhCn },
  facts: {
    'bindery.binding.more-asked.v1': {
      action: 'OPEN_CARD',
      alertOf: (data) => aboutBinding(data),
    },
  },
} as const satisfies AlertKind;
