import type { en } from './card-restore-refused.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  name: '卡片未能恢复',
  title: '{provider}卡片未能恢复',
  body: '{provider}于 {at, date, moment} 拒绝恢复您的卡片。{reason}可以怎么做见应用。',
};
