import type { AlertKind } from '../../alert-kind.rules';
import { en } from './reported-lost.words.en';
import { zhCn } from './reported-lost.words.zh-cn';

export const reportedLost = {
  code: 'REPORTED_LOST',
  description: 'A card or a device was reported lost.',
  critical: true,
  words: { en, 'zh-CN': zhCn },
  facts: {
    'bindery.wallet.reported-lost.v1': {
      action: 'OPEN_WALLET',
      alertOf: ({ accountId, cardId, subject, held, collecting, at }) => ({
        accountId,
        cardId,
        facts: { at, lost: subject, held, collecting },
      }),
    },
  },
} as const satisfies AlertKind;
