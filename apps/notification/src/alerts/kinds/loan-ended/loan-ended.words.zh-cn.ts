import type { en } from './loan-ended.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  name: '借款结束',
  title: '您在{provider}的借款已结束',
  body: '{cause, select, REVOKED {{provider}已于 {at, date, moment} 撤销 {amount} 的借款，您不欠款。} other {您在{provider}的 {amount} 借款已于 {at, date, moment} 还清。}}{refunded, select, yes {已还的 {fee} 将退还给您。} other {}}',
};
