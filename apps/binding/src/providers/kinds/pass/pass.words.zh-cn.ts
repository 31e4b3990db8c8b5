import type { en } from './pass.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  kind: '票卡',
  PASS_NOT_OFFERED: '该机构不提供这种票卡。',
};
