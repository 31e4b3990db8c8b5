import type { en } from './start-binding.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  'CARD_NUMBER_INVALID.NOT_DIGITS': '卡号只能包含数字。',
  'CARD_NUMBER_INVALID.LENGTH': '卡号位数不对。',
  'CARD_NUMBER_INVALID.CHECKSUM': '卡号有误，请逐位核对。',
  'CARD_NUMBER_INVALID.BRAND_UNKNOWN': '无法识别这种卡。',
  PROVIDER_UNKNOWN: '没有这家机构。',
  TERMS_CHANGED: '您同意的内容与该机构现行条款不符，请阅读现行条款后再同意。',
  PROVIDER_UNAVAILABLE: '发卡机构暂时没有响应。未做任何更改，请稍后再试。',
  ALREADY_BOUND: '此卡已绑定在这台设备上。',
  BINDING_LIMIT: '该机构最多允许绑定 {limit} 张卡。',
  ACCOUNT_LOCKED: '您的账户已锁定，解锁后才能绑卡。',
};
