import type { AlertKind } from '../../alert-kind.rules';
import { en } from './account-unlocked.words.en';
import { zhCn } from './account-unlocked.words.zh-cn';

export const accountUnlocked = {
  code: 'ACCOUNT_UNLOCKED',
  description: 'The lock of the account was lifted.',
  critical: true,
  partOf: { kinds: ['PASSWORD_CHANGED'], by: 'MOMENT' },
  waitMs: 10_000,
  words: { en, 'zh-CN': zhCn },
  facts: {
    'bindery.account.unlocked.v1': {
      action: 'REVIEW_DEVICES',
      alertOf: ({ accountId, at }) => ({ accountId, facts: { at, unlocked: true } }),
    },
  },
} as const satisfies AlertKind;
