import type { AlertKind } from '../../alert-kind.rules';
import { aboutBinding } from '../../alert.rules';
import { en } from './card-restore-refused.words.en';
import { zhCn } from './card-restore-refused.words.zh-cn';

export const cardRestoreRefused = {
  code: 'CARD_RESTORE_REFUSED',
  description: 'A card could not be restored.',
  critical: true,
  words: { en, 'zh-CN': zhCn },
  facts: {
    'bindery.binding.restore-refused.v1': {
      action: 'OPEN_CARD',
      alertOf: (data) => aboutBinding(data, { cause: data.cause }),
    },
  },
} as const satisfies AlertKind;
