import type { en } from './card-not-finished.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  name: '未在期限内完成',
  title: '{provider}卡片未在期限内绑定',
  body: '{stopped, select, REVIEW {我们未能按时审核您绑定{provider}卡片的申请，该申请已于 {at, date, moment} 结束。} other {您绑定{provider}卡片的期限已于 {at, date, moment} 届满，绑定未完成。{caused, select, yes {{reason}} other {}}}}未绑定任何卡片。如需绑定，请在应用中重新开始。',
};
