import type { en } from './access-card.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  kind: '门禁卡',
  name: '{site} ·· {lastFour}',
  MEMBER_UNKNOWN: '该场所没有这个住户编号。',
  SITE_UNKNOWN: '该机构没有这个场所。',
};
