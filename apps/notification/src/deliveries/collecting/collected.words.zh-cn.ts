import type { en } from './collected.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  'notices.title': '账户和卡片动态',
  'notices.body': '自 {since, date, moment} 以来，您的账户和卡片有 {count} 项变更，详见应用。',
  'alert.body': '{body}近期消息较多，后续可能只在应用中显示。如均非本人操作，请立即打开应用。',
};
