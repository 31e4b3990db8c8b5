import type { en } from './given-consents.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  purpose: '用于绑定{provider}的卡片并保持可用',
  'purpose.loan': '用于在{provider}办理一笔借款',
  CONSENT_OF_LOAN: '此授权已用于办理借款，撤回不能取消借款。',
  ofLoanToDispute: '此授权已用于办理借款，撤回不能取消借款。如非本人办理，请对该借款提出申诉。',
  PURPOSE_UNKNOWN: '该机构没有申请此项授权。',
  TERMS_CHANGED: '您同意的内容与该机构现行条款不符，请阅读现行条款后再同意。',
  CONSENT_IN_USE: '有卡片正依此授权绑定。请按解绑说明解绑，授权随之终止。',
  CONSENT_ENDED: '此授权对应的卡片已解绑，授权已不再使用。',
};
