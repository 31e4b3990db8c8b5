import type { en } from './hygiene.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  STALE: '有 {count} 张卡超过 {days} 天没有使用，可以解绑不再需要的卡。',
  TOO_MANY: '您已绑定 {count} 张卡，可以解绑不再需要的卡。',
};
