import type { en } from './default-card.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  CARD_NOT_USABLE: '此卡当前不能付款，无法设为默认卡。',
};
