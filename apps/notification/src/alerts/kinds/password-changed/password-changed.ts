import type { AlertKind } from '../../alert-kind.rules';
import { aboutAccount } from '../../alert.rules';
import { en } from './password-changed.words.en';
import { zhCn } from './password-changed.words.zh-cn';

export const passwordChanged = {
  code: 'PASSWORD_CHANGED',
  description: 'The password was changed or reset.',
  critical: true,
  words: { en, 'zh-CN': zhCn },
  facts: {
    'bindery.account.password-changed.v1': { action: 'RESET_PASSWORD', alertOf: aboutAccount },
  },
} as const satisfies AlertKind;
