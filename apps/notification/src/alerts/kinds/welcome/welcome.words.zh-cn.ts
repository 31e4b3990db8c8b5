import type { en } from './welcome.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  name: '欢迎',
  title: '欢迎使用 Bindery',
  body: '您的账户已开通，可以在应用中添加第一张卡片。',
};
