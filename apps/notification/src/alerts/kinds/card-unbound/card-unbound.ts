import type { AlertKind } from '../../alert-kind.rules';
import { aboutBinding } from '../../alert.rules';
import { en } from './card-unbound.words.en';
import { zhCn } from './card-unbound.words.zh-cn';

export const cardUnbound = {
  code: 'CARD_UNBOUND',
  description: 'A card was taken off.',
  critical: true,
  words: { en, 'zh-CN': zhCn },
  facts: {
    'bindery.binding.unbound.v1': {
      action: 'OPEN_CARD',
      /** What it cost, until when it can be undone, and the receipt (requirements 3, 11, 12). */
      alertOf: (data) =>
        aboutBinding(data, {
          receiptId: data.receiptId,
          fee: data.feeCharged,
          restorableUntil: data.restorableUntil,
        }),
    },
  },
} as const satisfies AlertKind;
