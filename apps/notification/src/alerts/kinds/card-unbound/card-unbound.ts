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
      action: 'RESTORE_CARD',
      /** What it cost, until when it can be undone, and the receipt (requirements 3, 11, 12). */
      alertOf: (data) => {
        const { receiptId, feeCharged: fee, restorableUntil } = data;
        const told = aboutBinding(data, { receiptId, fee, restorableUntil });
        return restorableUntil ? told : { ...told, action: 'REBIND_CARD' };
      },
    },
  },
} as const satisfies AlertKind;
