import { paysNow } from '../pays-now.words.zh-cn';
import { restore } from '../restore.words.zh-cn';
import type { en } from './card-removed-elsewhere.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  name: '卡片在服务机构或设备上被移除',
  title: '{provider}卡片已在别处被移除',
  body: `您的{provider}卡片在服务机构或设备上被移除，我们于 {at, date, moment} 得知。${paysNow}如非本人操作，请在应用中说明，我们会核查。${restore}`,
};
