import type { AlertKind } from '../../alert-kind.rules';
import { aboutBinding } from '../../alert.rules';
import { en } from './card-bind-refused.words.en';
import { zhCn } from './card-bind-refused.words.zh-cn';
import { en as cardDeclinedEn } from './card-declined.words.en';
import { zhCn as cardDeclinedZhCn } from './card-declined.words.zh-cn';

export const cardBindRefused = {
  code: 'CARD_BIND_REFUSED',
  description: 'A card could not be bound.',
  critical: true,
  words: { en, 'zh-CN': zhCn },
  variants: {
    CARD_DECLINED: { en: cardDeclinedEn, 'zh-CN': cardDeclinedZhCn },
  },
  facts: {
    'bindery.binding.bind-refused.v1': {
      action: 'OPEN_CARD',
      alertOf: (data) => aboutBinding(data, { cause: data.cause }),
    },
    'bindery.binding.declined.v1': {
      variant: 'CARD_DECLINED',
      action: 'OPEN_CARD',
      alertOf: (data) => aboutBinding(data, { cause: data.cause }),
    },
  },
} as const satisfies AlertKind;
