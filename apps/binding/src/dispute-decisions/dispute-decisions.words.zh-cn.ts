import type { en } from './dispute-decisions.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  OWN_ACCOUNT: '此申诉涉及您本人的账户，须由他人决定。',
  ACTED_ON_IT: '您曾就此卡作出决定，此申诉须由他人决定。',
  PROPOSED_IT: '这是您本人提出的意见，须由他人确认。',
  DISPUTE_MOVED: '此申诉在您阅读之后已有变化，请重新阅读。',
};
