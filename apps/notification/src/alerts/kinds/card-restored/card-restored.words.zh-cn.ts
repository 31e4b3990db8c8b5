import { paysNow } from '../pays-now.words.zh-cn';
import type { en } from './card-restored.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  name: '卡片恢复',
  title: '{provider}卡片已恢复',
  body: `您的{provider}卡片已于 {at, date, moment} 恢复绑定。${paysNow}如非本人操作，请在应用中解绑。`,
};
