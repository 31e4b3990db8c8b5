import type { en } from './reviews.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  DOCUMENT_MISSING: '尚未填报所需的证件。',
  DOCUMENT_EXPIRES_SOON: '证件剩余有效期过短，请填报较新的证件。',
  DOCUMENT_NOT_ACCEPTED: '此处不接受该证件，请填报其他证件。',
  DETAILS_DIFFER: '您填报的内容与机构所知的不一致。',
  NOT_ELIGIBLE: '该机构不向您提供此项服务。',
  SUSPECTED_MISUSE: '我们未能确认是您本人。',
  REVIEW_CLOSED: '该审核已结束：已有决定、已放弃或已超时。',
  OWN_REVIEW: '任何人都不能审核自己的卡片。',
  REVIEWED_ALREADY: '您已给出意见，还须由另一人审核。',
  DOCUMENT_NEEDED: '需要一份今日有效的证件，请向持有人索取。',
  REVIEW_MOVED: '您查看之后，填报内容已有变化。请重新查看证件，并引用其摘要。',
  DOCUMENT_NOT_WANTED: '此处目前不需要这种证件。',
  DOCUMENT_EXPIRED: '该证件已过期，请填报今日有效的证件。',
  DOCUMENT_LOOKED_AT: '审核人员已开始查看您填报的内容；如需其他证件，会向您索取。',
  TOO_MANY_DOCUMENTS: '此卡片不能再填报更多证件。',
};
