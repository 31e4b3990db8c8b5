import type { en } from './card-updated.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  name: '卡片已更新',
  title: '您的{provider}卡片已更新',
  body: '{provider}于 {at, date, moment} 更新了您的卡片{hasLastDay, select, yes {，新的有效期至 {lastDay, date, wholeDay}} other {}}{reissued, select, yes {，卡号已变更} other {}}。绑定保持不变，您无需操作。如您并未收到新卡，请咨询{provider}。',
};
