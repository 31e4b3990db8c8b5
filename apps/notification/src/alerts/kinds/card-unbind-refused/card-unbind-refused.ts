import type { AlertKind } from '../../alert-kind.rules';
import { aboutBinding } from '../../alert.rules';
import { en } from './card-unbind-refused.words.en';
import { zhCn } from './card-unbind-refused.words.zh-cn';

export const cardUnbindRefused = {
  code: 'CARD_UNBIND_REFUSED',
  description: 'The provider refused to take a card off; it is bound as before.',
  critical: true,
  words: { en, 'zh-CN': zhCn },
  facts: {
    'bindery.binding.unbind-refused.v1': {
      action: 'OPEN_CARD',
      alertOf: (data) => aboutBinding(data, { cause: data.cause }),
    },
  },
} as const satisfies AlertKind;
