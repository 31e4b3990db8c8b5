import type { en } from './wallet.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  kind: '钱包',
};
