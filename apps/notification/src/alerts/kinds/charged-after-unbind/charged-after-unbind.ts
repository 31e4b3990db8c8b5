import type { AlertKind } from '../../alert-kind.rules';
import { aboutBinding } from '../../alert.rules';
import { en } from './charged-after-unbind.words.en';
import { zhCn } from './charged-after-unbind.words.zh-cn';

export const chargedAfterUnbind = {
  code: 'CHARGED_AFTER_UNBIND',
  description: 'A card was charged after it was taken off.',
  critical: true,
  words: { en, 'zh-CN': zhCn },
  facts: {
    'bindery.card.charged-after-unbind.v1': { action: 'OPEN_CARD', alertOf: (data) => aboutBinding(data) },
  },
} as const satisfies AlertKind;
