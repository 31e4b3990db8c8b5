import type { en } from './next-steps.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  CONFIRM_BINDING: '用验证码确认',
  CANCEL_BINDING: '取消',
  WAIT_FOR_REVIEW: '正在审核',
  WAIT_FOR_PROVIDER: '等待发卡机构答复',
  'WAIT_FOR_PROVIDER.overdue': '发卡机构未按时答复，我们会继续询问并跟进',
  ACTIVATE: '到发卡机构完成激活',
  USE_CARD: '使用卡片',
  SUSPEND: '暂停使用',
  RESUME: '恢复使用',
  RENEW: '更新已过期的证件或卡片',
  UNBIND: '解绑卡片',
  RESTORE: '撤销解绑',
  REBIND: '重新绑定',
  CONTACT_SUPPORT: '联系客服',
};
