import type { en } from './access-card.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  kind: '门禁卡',
  name: '{site} ·· {lastFour}',
  MEMBER_UNKNOWN: '没有这个场所，或该场所没有这个住户编号。',
};
