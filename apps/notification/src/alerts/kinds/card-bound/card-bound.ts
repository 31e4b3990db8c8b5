import type { AlertKind } from '../../alert-kind.rules';
import { aboutBinding } from '../../alert.rules';
import { en } from './card-bound.words.en';
import { zhCn } from './card-bound.words.zh-cn';

export const cardBound = {
  code: 'CARD_BOUND',
  description: 'A card was bound.',
  critical: true,
  words: { en, 'zh-CN': zhCn },
  facts: {
    'bindery.binding.bound.v1': { action: 'OPEN_CARD', alertOf: (data) => aboutBinding(data) },
  },
} as const satisfies AlertKind;
