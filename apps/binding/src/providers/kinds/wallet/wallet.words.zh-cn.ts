import type { en } from './wallet.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  kind: '钱包',
  ACCOUNT_NOT_ACCEPTED: '该钱包不接受此账户。',
  ACCOUNT_UNKNOWN: '该钱包没有这个账户。',
};
