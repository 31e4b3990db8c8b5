import type { en } from './dispute-decided.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  name: '申诉结果',
  title: '关于{provider}卡片的申诉成立',
  body: '您关于{provider}卡片的申诉于 {at, date, moment} 认定成立。{timed, select, yes {请在 {until, date, moment} 之前在应用中验证身份，即可恢复此卡。} other {}}{refunded, select, yes {{charged, select, yes {费用 {fee} 将退还。} other {费用将退还。}}} other {}}{matter, select, UNAUTHORISED_USE {接下来可以怎么做见应用。} other {}}您账户的其他登录已结束。',
};
