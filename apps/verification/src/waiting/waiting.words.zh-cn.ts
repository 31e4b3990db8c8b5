import type { en } from './waiting.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  VERIFYING: '确认绑定{kind}',
  AWAITING_ACTIVATION: '向发卡或服务机构激活{kind}',
};
