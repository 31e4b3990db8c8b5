import { paysNow } from '../pays-now.words.zh-cn';
import type { en } from './card-unbind-requested.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  name: '卡片正在解绑',
  title: '{provider}卡片正在解绑',
  body: `您的{provider}卡片自 {at, date, moment} 起正在解绑，已不能使用。${paysNow}如非本人操作，请立即在应用中重置密码并结束其他会话。`,
};
