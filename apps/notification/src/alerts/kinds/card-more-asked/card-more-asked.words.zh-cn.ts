import type { en } from './card-more-asked.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  name: '需要补充材料',
  title: '{provider}绑卡申请需要补充',
  body: '您绑定{provider}卡片的申请于 {at, date, moment} 已审核，尚缺材料。缺什么、在哪里重新确认，见应用。',
};
