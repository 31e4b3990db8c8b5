import type { en } from './holds.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  SUSPEND_NOT_OFFERED: '该机构的卡不支持由持卡人暂停。卡片遗失时挂失即可停用。',
};
