import { paysNow } from '../pays-now.words.zh-cn';
import { restore } from '../restore.words.zh-cn';
import type { en } from './card-unbound.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  name: '卡片解绑',
  title: '{provider}卡片已解绑',
  body: `您的{provider}卡片已于 {at, date, moment} 解绑。${paysNow}{charged, select, yes {已收费用 {fee}。} other {未收取费用。}}${restore}回执：{receipt}。`,
};
