import type { en } from './purpose-withdrawn.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  title: '已撤回对{provider}的授权',
  body: '您于 {at, date, moment} 撤回了对{provider}的授权：{purpose}（版本 {version}），我们会告知{provider}。如非本人操作，请重置密码。',
};
