import type { en } from './card-declined.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  title: '{provider}绑卡申请未通过',
  body: '您绑定{provider}卡片的申请于 {at, date, moment} 未通过审核，未绑定任何卡片。可以怎么做见应用。',
};
