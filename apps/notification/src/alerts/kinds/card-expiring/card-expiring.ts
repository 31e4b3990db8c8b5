import type { AlertKind } from '../../alert-kind.rules';
import { aboutBinding } from '../../alert.rules';
import { en } from './card-expiring.words.en';
import { zhCn } from './card-expiring.words.zh-cn';

export const cardExpiring = {
  code: 'CARD_EXPIRING',
  description: 'A bound card expires soon.',
  critical: false,
  words: { en, 'zh-CN': zhCn },
  facts: {
    'bindery.card.expiring.v1': {
      action: 'OPEN_CARD',
      alertOf: (data) =>
        aboutBinding(data, {
          lastDay: data.expiresOn,
          ...(data.worksUntil > data.expiresOn && { worksUntil: data.worksUntil }),
        }),
    },
  },
} as const satisfies AlertKind;
