import type { en } from './refusal.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  BIND: '服务机构拒绝绑定此卡。{cause}',
  ACTIVATE: '服务机构拒绝激活此卡。{cause}',
  SUSPEND: '服务机构拒绝暂停此卡，此卡在本平台保持暂停。{cause}',
  RESUME: '服务机构拒绝恢复使用。{cause}',
  UNBIND: '服务机构拒绝解绑，卡片保持绑定。{cause}',
  RESTORE: '服务机构拒绝恢复此卡。{cause}',
  RESTORE_LAPSED: '此卡未恢复。{cause}',
};
