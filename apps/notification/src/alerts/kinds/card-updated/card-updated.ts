import type { AlertKind } from '../../alert-kind.rules';
import { aboutBinding } from '../../alert.rules';
import { en } from './card-updated.words.en';
import { zhCn } from './card-updated.words.zh-cn';

export const cardUpdated = {
  code: 'CARD_UPDATED',
  description: 'The issuer renewed a card, which stays bound.',
  critical: false,
  words: { en, 'zh-CN': zhCn },
  facts: {
    'bindery.binding.card-updated.v1': {
      action: 'OPEN_CARD',
      alertOf: (data) => aboutBinding(data, { lastDay: data.expiresOn, reissued: data.reissued }),
    },
  },
} as const satisfies AlertKind;
