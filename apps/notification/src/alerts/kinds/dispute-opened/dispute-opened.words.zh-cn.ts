import type { en } from './dispute-opened.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  name: '申诉已受理',
  title: '关于您的{provider}卡片的申诉已受理',
  body: '您于 {at, date, moment} 表示与{provider}卡片有关的操作并非本人所为。{usable, select, no {作出决定之前，此卡不能使用。} other {}}{timed, select, yes {我们最迟于 {until, date, moment} 作出决定。} other {}}',
};
