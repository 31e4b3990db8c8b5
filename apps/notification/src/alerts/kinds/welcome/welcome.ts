import type { AlertKind } from '../../alert-kind.rules';
import { aboutAccount } from '../../alert.rules';
import { en } from './welcome.words.en';
import { zhCn } from './welcome.words.zh-cn';

export const welcome = {
  code: 'WELCOME',
  description: 'The account was made.',
  critical: false,
  words: { en, 'zh-CN': zhCn },
  facts: {
    'bindery.account.registered.v1': { action: 'OPEN_WALLET', alertOf: aboutAccount },
  },
} as const satisfies AlertKind;
