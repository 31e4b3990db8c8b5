import type { en } from './bank-card.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  kind: '银行卡',
  name: '{provider} {brand} ·· {lastFour}',
  CARD_NOT_ACCEPTED: '发卡机构不接受此卡。',
};
