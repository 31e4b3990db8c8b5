import type { en } from './log-in.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  LOG_IN_FAILED: '手机号或密码不正确。如果确认无误，请重置密码。',
};
