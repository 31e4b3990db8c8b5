import type { en } from './default-card-changed.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  name: '默认卡片变更',
  title: '默认卡片已变更',
  body: '{hasDefault, select, yes {{hadDefault, select, yes {自 {at, date, moment} 起默认付款卡片已改为您的另一张卡片，详见应用。} other {自 {at, date, moment} 起您有了默认付款卡片，详见应用。}}} other {自 {at, date, moment} 起您没有可付款的卡片。卡片恢复可用后，会自动成为默认付款卡片。}}',
};
