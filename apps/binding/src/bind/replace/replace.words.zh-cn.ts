import type { en } from './replace.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  REPLACEMENT_UNDER_WAY: '已有另一张卡正在替换或已替换此卡。',
};
