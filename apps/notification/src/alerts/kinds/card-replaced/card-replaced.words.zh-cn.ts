import type { en } from './card-replaced.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  name: '换卡或转移',
  title: '{provider}卡片{cause, select, MOVED {已转移} other {已更换}}',
  body: '{at, date, moment} {cause, select, MOVED {您的{provider}卡片已转移到另一台设备。} other {新卡已替换您的{provider}卡片。}}旧卡上如有未结清的事项，结清后由发卡机构停用，详见应用。如非本人操作，请在应用中挂失并重置密码。',
};
