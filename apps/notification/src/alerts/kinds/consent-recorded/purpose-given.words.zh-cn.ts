import type { en } from './purpose-given.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  title: '您向{provider}授予了授权',
  body: '您于 {at, date, moment} 向{provider}授权：{purpose}（版本 {version}）。如非本人操作，请在应用中撤回授权并重置密码。',
};
