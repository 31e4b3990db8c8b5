import { paysNow } from '../pays-now.words.zh-cn';
import type { en } from './card-hold-lifted.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  name: '停用解除',
  title: '停用已解除',
  body: `您的{provider}卡片有一项停用已于 {at, date, moment} 解除，{usable, select, yes {现在可以使用。} other {但目前仍不能使用，原因见应用。}}${paysNow}`,
};
