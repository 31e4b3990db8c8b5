import type { en } from './restore.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  WINDOW_OVER: '已过可恢复的期限。',
  NOT_OFFERED: '该机构不支持恢复。',
  BOUND_AGAIN: '此卡已被重新绑定。',
};
