import type { en } from './cards.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  TRANSITION_REFUSED: '卡片当前的状态不允许此操作。',
};
