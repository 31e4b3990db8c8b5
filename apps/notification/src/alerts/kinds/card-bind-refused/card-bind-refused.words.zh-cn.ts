import type { en } from './card-bind-refused.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  name: '卡片未能绑定',
  title: '{provider}卡片未能绑定',
  body: '{provider}于 {at, date, moment} 未接受您的卡片，未绑定任何卡片。{reason}可以怎么做见应用。',
};
