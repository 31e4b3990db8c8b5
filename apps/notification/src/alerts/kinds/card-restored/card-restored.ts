import type { AlertKind } from '../../alert-kind.rules';
import { aboutBinding } from '../../alert.rules';
import { en } from './card-restored.words.en';
import { zhCn } from './card-restored.words.zh-cn';

export const cardRestored = {
  code: 'CARD_RESTORED',
  description: 'A card that had been taken off is bound again.',
  critical: true,
  words: { en, 'zh-CN': zhCn },
  facts: {
    'bindery.binding.restored.v1': { action: 'OPEN_CARD', alertOf: (data) => aboutBinding(data) },
  },
} as const satisfies AlertKind;
