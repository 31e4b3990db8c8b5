import type { en } from './account-unlocked.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  name: '账户解锁',
  title: '账户已解锁',
  body: '您的账户已于 {at, date, moment} 解锁。如非本人操作，请在应用中查看设备和会话。',
};
