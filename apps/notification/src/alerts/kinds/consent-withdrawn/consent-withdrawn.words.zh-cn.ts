import type { en } from './consent-withdrawn.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  name: '撤回授权',
  title: '已撤回对{provider}的授权',
  body: '您于 {at, date, moment} 撤回了对{provider}条款（版本 {version}）的同意，相应的卡片未绑定。如非本人操作，请重置密码。',
};
