import type { en } from './preferences.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  NOTIFICATION_CRITICAL: '“{title}”用于保护您的账户和卡片，不能关闭。未做任何更改。',
};
