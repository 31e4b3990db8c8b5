import type { AlertKind } from '../../alert-kind.rules';
import { aboutBinding } from '../../alert.rules';
import { en } from './card-bound-elsewhere.words.en';
import { zhCn } from './card-bound-elsewhere.words.zh-cn';

export const cardBoundElsewhere = {
  code: 'CARD_BOUND_ELSEWHERE',
  description: 'A card that is bound was bound in another account too.',
  critical: true,
  words: { en, 'zh-CN': zhCn },
  facts: {
    'bindery.card.bound-elsewhere.v1': { action: 'OPEN_CARD', alertOf: (data) => aboutBinding(data) },
  },
} as const satisfies AlertKind;
