import type { en } from './loan-refused.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  title: '{provider}未放款',
  body: '{provider}没有办理所申请的 {amount} 借款。{reason}您不欠款。',
};
