import type { en } from './consent-recorded.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  name: '授权记录',
  title: '已向{provider}授权',
  body: '您于 {at, date, moment} 同意了{provider}的条款（版本 {version}）。如非本人操作，请重置密码；如应用中有该卡，请将其解绑。',
};
