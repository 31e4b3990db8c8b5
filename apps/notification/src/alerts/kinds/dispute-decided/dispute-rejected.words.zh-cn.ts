import type { en } from './dispute-rejected.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  title: '关于{provider}卡片的申诉已有结果',
  body: '我们于 {at, date, moment} 对您关于{provider}卡片的申诉作出决定，核查结果与您所述不同，理由请见应用。{restorable, select, yes {您可在 {restorableUntil, date, moment} 之前在应用中恢复此卡。} other {}}',
};
