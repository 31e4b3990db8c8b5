import type { en } from './loans.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  'state.OPENING': '正在向出借机构申请，尚未放款。',
  'state.RUNNING': '已放款，尚未还清。',
  'state.REFUSED': '出借机构未放款。',
  'state.SETTLED': '已还清。',
  'state.REVOKING': '已认定非您本人办理，正在要求出借机构撤销，您无需还款。',
  'state.REVOKED': '出借机构已撤销，您不欠款。',
  LENDS_NOTHING: '该机构不在此提供借款。',
  NOT_USABLE_NOW: '此账户目前不能借款：账户已暂停，或出借机构尚未答复。',
  CONSENT_MISSING: '您尚未授予出借机构所需的授权，它不能受理借款申请。',
  NOTHING_OFFERED: '出借机构目前没有可提供的借款。',
  LOAN_OFFER_STALE: '该报价已失效或已被使用，请重新获取报价。',
  TERMS_CHANGED: '您同意的内容与该报价的条款不符，请阅读后再同意。',
};
