import type { en } from './refresh-session.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  SESSION_ENDED: '您已退出登录，请重新登录。',
};
