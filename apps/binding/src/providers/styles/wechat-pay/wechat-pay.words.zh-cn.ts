import type { en } from './wechat-pay.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  terminationRemark: '用户在卡包中解绑',
};
