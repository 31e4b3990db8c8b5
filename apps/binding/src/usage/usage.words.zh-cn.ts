import type { en } from './usage.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  DOOR_OPENED: '打开 {place}',
  PAYMENT: '在 {place} 支付 {amount}',
  REFUSED: '在 {place} 被拒绝',
};
