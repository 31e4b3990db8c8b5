import type { AlertKind } from '../../alert-kind.rules';
import { en } from './account-locked.words.en';
import { zhCn } from './account-locked.words.zh-cn';

export const accountLocked = {
  code: 'ACCOUNT_LOCKED',
  description: 'The account was locked.',
  critical: true,
  words: { en, 'zh-CN': zhCn },
  facts: {
    'bindery.account.locked.v1': {
      action: 'RESET_PASSWORD',
      /** The owner is told why and until when (requirement 23). */
      alertOf: ({ accountId, reason, until, at }) => ({ accountId, facts: { at, cause: reason, until } }),
    },
  },
} as const satisfies AlertKind;
