import type { AlertKind } from '../../alert-kind.rules';
import { aboutBinding } from '../../alert.rules';
import { en } from './used-wrongly.words.en';
import { zhCn } from './used-wrongly.words.zh-cn';

export const usedWrongly = {
  code: 'USED_WRONGLY',
  description:
    'A card was used while it was blocked, without a consent to collect, or at a door after it was taken off.',
  critical: true,
  words: { en, 'zh-CN': zhCn },
  facts: {
    'bindery.card.used-wrongly.v1': {
      action: 'OPEN_CARD',
      alertOf: (data) => {
        const { about, kind, unbindEndsIt } = data;
        return aboutBinding(data, { matter: about, use: kind, unbindEndsIt });
      },
    },
  },
} as const satisfies AlertKind;
