import type { en } from './dispute-late.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  title: '关于{provider}卡片的申诉仍在处理',
  body: '我们未能按时{timed, select, yes {于 {until, date, moment} } other {}}就您的{provider}卡片作出决定。您的申诉仍在处理中，我们会优先跟进。',
};
