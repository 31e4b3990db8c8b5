import type { en } from './bank-card.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  kind: '银行卡',
  name: '{provider} {brand} ·· {lastFour}',
  CARD_DETAILS_DIFFER: '姓名或身份证号与银行为此卡登记的不一致。银行不说明是哪一项。',
  RESERVED_PHONE_DIFFERS: '该手机号不是您在银行为此卡预留的手机号。请使用预留手机号，或到银行更改。',
  CARD_NOT_ACCEPTED: '发卡机构不接受此卡。',
};
