import type { en } from './card-restore-refused.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  name: '卡片未能恢复',
  title: '{provider}卡片未能恢复',
  body: '{lapsed, select, yes {恢复您的{provider}卡片的期限已于 {at, date, moment} 届满，恢复未完成。} other {{provider}于 {at, date, moment} 拒绝恢复您的卡片。}}{reason}可以怎么做见应用。',
};
