import type { en } from './password-changed.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  name: '密码修改',
  title: '密码已修改',
  body: `您的账户密码于 {at, date, moment} 被修改{unlocked, select, yes {，账户已同时解锁} other {}}。如非本人操作，请立即在应用中重置密码。`,
};
