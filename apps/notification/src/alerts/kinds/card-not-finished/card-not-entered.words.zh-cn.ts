import type { en } from './card-not-entered.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  title: '{provider}卡片仍在原处',
  body: '在新设备上录入{provider}卡片的期限已于 {at, date, moment} 届满。卡片没有转移，仍绑定在原处。如需转移，请在应用中重新发起。',
};
