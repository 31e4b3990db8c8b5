import type { en } from './staff-holds.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  OWN_ACCOUNT: '这是您本人账户中的卡，须由他人处理。',
  LAID_IT: '此项停用由您本人设置，须由他人解除。',
  HOLD_ALREADY_LAID: '此卡已因同一原因被停用。',
  HOLD_ALREADY_LIFTED: '此项停用此前已解除，没有尚待解除的部分。',
};
