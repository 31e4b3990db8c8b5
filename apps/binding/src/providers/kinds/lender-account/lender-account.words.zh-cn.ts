import type { en } from './lender-account.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  kind: '贷款账户',
  LENDER_ACCOUNT_UNKNOWN: '该机构没有此人的账户。',
  IDENTITY_MISMATCH: '该机构核对后认为姓名与身份证号码不一致。',
};
