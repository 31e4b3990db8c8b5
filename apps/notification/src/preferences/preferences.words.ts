import type { Catalogue } from '@bindery/localisation';

export const problemWords: Catalogue<'NOTIFICATION_CRITICAL'> = {
  en: {
    NOTIFICATION_CRITICAL:
      '“{title}” protects your account and your cards and cannot be switched off. Nothing was changed.',
  },
  'zh-CN': { NOTIFICATION_CRITICAL: '“{title}”用于保护您的账户和卡片,不能关闭。未做任何更改。' },
};
