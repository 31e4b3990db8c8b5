import type { AlertKind } from '../../alert-kind.rules';
import { aboutBinding } from '../../alert.rules';
import { en } from './card-replaced.words.en';
import { zhCn } from './card-replaced.words.zh-cn';

export const cardReplaced = {
  code: 'CARD_REPLACED',
  description: 'Another card, or the same on another device, took the place of one.',
  critical: true,
  words: { en, 'zh-CN': zhCn },
  facts: {
    'bindery.binding.replaced.v1': {
      action: 'OPEN_WALLET',
      alertOf: (data) => aboutBinding(data, { cause: data.reason }),
    },
  },
} as const satisfies AlertKind;
