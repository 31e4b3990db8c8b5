import { paysNow } from '../pays-now.words.zh-cn';
import type { en } from './card-held.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  name: '卡片停用',
  title: '{provider}卡片已停用',
  body: `您的{provider}卡片于 {at, date, moment} 被{owner}停用，目前在本平台不能使用。${paysNow}原因、可采取的措施以及停用不能阻止的事项见应用。`,
};
