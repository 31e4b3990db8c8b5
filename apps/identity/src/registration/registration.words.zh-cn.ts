import type { en } from './registration.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  PHONE_TAKEN: '这个手机号已有账户。请登录，忘记密码可重置。',
};
