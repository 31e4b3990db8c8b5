import type { AlertKind } from '../../alert-kind.rules';
import { en } from './reported-found.words.en';
import { zhCn } from './reported-found.words.zh-cn';

export const reportedFound = {
  code: 'REPORTED_FOUND',
  description: 'The report of a lost card or device was taken back.',
  critical: true,
  words: { en, 'zh-CN': zhCn },
  facts: {
    'bindery.wallet.reported-found.v1': {
      action: 'OPEN_WALLET',
      alertOf: ({ accountId, cardId, subject, at }) => ({ accountId, cardId, facts: { at, lost: subject } }),
    },
  },
} as const satisfies AlertKind;
