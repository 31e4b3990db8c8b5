import type { en } from './sms.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  message: '【Bindery】{body}',
};
