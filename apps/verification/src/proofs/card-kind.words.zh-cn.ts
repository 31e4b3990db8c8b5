import type { en } from './card-kind.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  card: '卡片',
};
