import type { en } from './start-binding.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  'CARD_NUMBER_INVALID.NOT_DIGITS': '卡号只能包含数字。',
  'CARD_NUMBER_INVALID.LENGTH': '卡号位数不对。',
  'CARD_NUMBER_INVALID.CHECKSUM': '卡号有误，请逐位核对。',
  'CARD_NUMBER_INVALID.BRAND_UNKNOWN': '无法识别这种卡。',
  PROVIDER_UNKNOWN: '没有这家机构。',
  TERMS_CHANGED: '您同意的内容与该机构现行条款不符，请阅读现行条款后再同意。',
  ALREADY_BOUND: '此卡已绑定在这台设备上。',
  KIND_WANTED: '该机构只能绑定{kind}，请填写{kind}的信息。',
  BINDING_LIMIT: '该机构最多允许绑定 {limit} 张卡。',
  ACCOUNT_LOCKED: '您的账户已锁定，解锁后才能绑卡。',
  CARD_REPORTED_LOST: '此卡已挂失，如已找回请先解除挂失。',
  LOAN_RUNNING: '该账户原定转移到这台设备，但有未结清的借款，出借机构不支持借款随账户转移，账户仍留在原设备。',
  CARD_HELD: '此卡已由本平台停用，只有本平台可以解除。解除之前不能绑定。',
  DEVICE_REPORTED_LOST: '此设备已挂失，如已找回请先解除挂失。',
};
