import type { en } from './loan-requested.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  title: '正在向{provider}申请借款 {amount}',
  body: '{at, date, moment} 有人以您的名义向{provider}申请了 {amount} 的借款。如非本人操作，请立即在应用中对该借款提出申诉。',
};
