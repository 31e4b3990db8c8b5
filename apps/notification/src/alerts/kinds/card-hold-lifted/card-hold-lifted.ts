import type { AlertKind } from '../../alert-kind.rules';
import { aboutBinding } from '../../alert.rules';
import { en } from './card-hold-lifted.words.en';
import { zhCn } from './card-hold-lifted.words.zh-cn';

export const cardHoldLifted = {
  code: 'CARD_HOLD_LIFTED',
  description: 'Somebody other than the holder lifted a suspension.',
  critical: true,
  words: { en, 'zh-CN': zhCn },
  facts: {
    'bindery.binding.hold-lifted.v1': {
      action: 'OPEN_CARD',
      /** Told when somebody other than the holder lifted it, and whether the card can be used again. */
      alertOf: (data) => (data.actor === 'HOLDER' ? null : aboutBinding(data, { usable: data.status === 'ACTIVE' })),
    },
  },
} as const satisfies AlertKind;
