import type { en } from './cards.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  TRANSITION_REFUSED: '卡片当前的状态不允许此操作。',
  PROVIDER_UNAVAILABLE: '发卡机构暂时没有响应。未做任何更改，请稍后再试。',
  'hold.SUSPENDED_BY_HOLDER': '您已暂停使用此卡。',
  'hold.CARD_REPORTED_LOST': '您已挂失此卡。',
  'hold.DEVICE_REPORTED_LOST': '此卡所绑定的设备已挂失。',
  'hold.NOT_ACTIVATED': '尚未完成发卡机构要求的激活。',
  'hold.REVOKED': '此卡本不应绑定，正在解绑。',
  'hold.REVOKED.off': '此卡本不应绑定，已解绑。',
  'hold.ACCOUNT_LOCKED': '您的账户已锁定。',
  'hold.BLOCKED_BY_PROVIDER': '发卡机构已停用此卡。',
  'hold.SUSPENDED_BY_PROVIDER': '{provider}已停用此卡。',
  'hold.SUSPENDED_BY_PROVIDER.door': '{provider}的管理员已停用此卡。',
  'hold.SECURITY_CHECK': '为防止盗用，此卡正在接受安全检查。只有本平台可以解除，详情请咨询客服。',
  'hold.LEGAL_DUTY': '依法暂停使用，详情不便告知。法定义务终止后，由本平台解除。',
  'hold.CARD_EXPIRED': '此卡已过有效期。',
  'hold.DOCUMENT_EXPIRED': '您的身份证件已过有效期。',
  'hold.DISPUTE_OPEN': '此卡有未结的申诉，处理期间暂停使用。',
  'hold.OTHER': '暂停使用，具体原因请咨询客服。',
  'hold.collects': '{hold}{provider}仍可能按您在其处签署的协议扣款，解绑此卡方可终止。',
  'hold.opens': '{hold}离线的读卡器可能仍会开门。',
};
