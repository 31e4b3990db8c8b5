import type { en } from './reported-found.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  name: '解除挂失',
  title: '{lost, select, DEVICE {设备已解除挂失} other {卡片已解除挂失}}',
  body: '{at, date, moment} 您的{lost, select, DEVICE {一台设备} other {一张卡片}}已解除挂失，因挂失停用的卡片可以重新使用。如非本人操作，请重新挂失并重置密码。',
};
