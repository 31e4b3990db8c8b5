import type { en } from './card-unbind-refused.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  name: '卡片未能解绑',
  title: '{provider}卡片仍在绑定中',
  body: '{provider}于 {at, date, moment} 拒绝解绑，卡片保持原状，未收取费用。{reason}可以怎么做见应用。',
};
