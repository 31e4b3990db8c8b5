import type { en } from './usage.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  DOOR_OPENED: '打开 {place}',
  PAYMENT: '在 {place} 支付 {amount}',
  REFUSED: '在 {place} 被拒绝',
  AFTER_UNBIND: '{what}（此时卡片已解绑）',
  WHILE_HELD: '{what}（此时卡片已停用）',
  WITHOUT_CONSENT: '{what}（未经您授权扣款）',
  READER_NOT_TOLD: '{what}（该读卡器尚未得知卡片已失效）',
};
