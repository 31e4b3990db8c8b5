import type { en } from './loan-opened.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  name: '借款成立',
  title: '{provider}已向您放款 {amount}',
  body: '{provider}于 {at, date, moment} 为您办理了 {amount} 的借款。{hasLastDay, select, yes {首次还款日为 {lastDay, date, wholeDay}。} other {}}如非本人办理，请在应用中对该借款提出申诉。',
};
