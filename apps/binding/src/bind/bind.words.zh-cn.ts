import type { en } from './bind.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  REVIEW_FIRST: '已确认。审核人员先行查看，之后才向机构提出请求；正在等待什么，见应用。',
};
