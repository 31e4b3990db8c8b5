import type { en } from './log-in.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  LOG_IN_FAILED: '手机号或密码不正确。如果确认无误，请重置密码。',
  SESSION_ENDED: '这个请求编号对应的登录已经完成，其会话也已结束。请使用新的请求编号重新登录。',
};
