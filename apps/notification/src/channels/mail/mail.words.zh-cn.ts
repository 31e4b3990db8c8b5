import { senderName } from '@bindery/localisation';
import type { en } from './mail.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  message: `{body}\n\n{critical, select, yes {保护账户安全的提醒不能关闭。} other {您可以在应用的设置中选择接收哪些邮件。}}\n${senderName}`,
};
