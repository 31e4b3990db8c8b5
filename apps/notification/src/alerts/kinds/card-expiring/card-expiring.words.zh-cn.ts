import type { en } from './card-expiring.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  name: '卡片即将到期',
  title: '您的{provider}卡片即将到期',
  body: '{hasLastDay, select, yes {您的{provider}卡片有效期至 {lastDay, date, wholeDay}。} other {您的{provider}卡片即将到期。}}{hasGrace, select, yes {宽限至 {worksUntil, date, wholeDay}，之后不能使用。} other {之后不能使用。}}如{provider}为您续期，绑定保持不变，您无需操作；如收到的新卡未在应用中显示，请绑定新卡。',
};
