import type { AlertKind } from '../../alert-kind.rules';
import { aboutAccount } from '../../alert.rules';
import { en } from './account-unlocked.words.en';
import { zhCn } from './account-unlocked.words.zh-cn';

export const accountUnlocked = {
  code: 'ACCOUNT_UNLOCKED',
  description: 'The lock of the account was lifted.',
  critical: true,
  words: { en, 'zh-CN': zhCn },
  facts: {
    'bindery.account.unlocked.v1': { action: 'REVIEW_DEVICES', alertOf: aboutAccount },
  },
} as const satisfies AlertKind;
