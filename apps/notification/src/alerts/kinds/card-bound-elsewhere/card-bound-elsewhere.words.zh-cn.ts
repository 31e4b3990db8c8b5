import type { en } from './card-bound-elsewhere.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  name: '卡片在其他账户被绑定',
  title: '您的{provider}卡片在另一账户中也被绑定',
  body: '您的{provider}卡片于 {at, date, moment} 在本应用的另一账户中被绑定。如非本人或您允许的人操作，请在应用中停用或挂失此卡，并联系该机构。',
};
