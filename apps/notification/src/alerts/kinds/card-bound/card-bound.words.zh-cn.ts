import { paysNow } from '../pays-now.words.zh-cn';
import type { en } from './card-bound.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  name: '卡片绑定',
  title: '{provider}卡片已绑定',
  body: `您的{provider}卡片已于 {at, date, moment} 绑定。{agreed, select, yes {您已同意其条款（版本 {version}）。} other {}}${paysNow}如非本人操作，请在应用中解绑。`,
};
