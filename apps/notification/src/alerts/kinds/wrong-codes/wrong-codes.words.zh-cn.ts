import type { en } from './wrong-codes.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  name: '验证码多次错误',
  title: '验证码多次错误',
  body: '{at, date, moment} 有人{challenged, select, BIND {为绑定卡片} UNBIND {为解绑卡片} RESTORE {为恢复卡片} other {}}多次输入错误的验证码,未做任何更改。如非本人操作,请在应用中查看设备。',
};
