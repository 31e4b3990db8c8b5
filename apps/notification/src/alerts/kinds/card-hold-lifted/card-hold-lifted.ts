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
      /**
       * Told when it was not the holder's own, which they lift themselves even where the provider has the last word, and whether the card can be used
       * again. The account's lock and the report of a lost device have alerts of their own: ten cards must not make ten messages. So has the decision of a
       * dispute, where it frees nothing: its card is off, or is taken off.
       */
      alertOf: (data) => {
        const toldElsewhere = ['HOLDER', 'ACCOUNT', 'DEVICE_LOST', ...(data.to === 'BOUND' ? [] : ['DISPUTE'])];
        const isTold = data.owners?.every((owner) => toldElsewhere.includes(owner)) ?? data.actor === 'HOLDER';
        return isTold ? null : aboutBinding(data, { usable: data.status === 'ACTIVE' });
      },
    },
  },
} as const satisfies AlertKind;
