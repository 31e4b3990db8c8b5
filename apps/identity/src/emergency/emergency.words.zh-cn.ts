import type { en } from './emergency.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  'CHANGE_PASSWORD.title': '更换密码',
  'CHANGE_PASSWORD.text': '其他登录均已退出。更换密码后，知道旧密码的人将无法再次登录。',
  'LOGINS.title': '检查登录记录',
  'LOGINS.text':
    '{count, plural, =0 {最近 {days} 天没有登录。} other {最近 {days} 天共登录 # 次。}}是否有您不认识的设备？',
  'CONTACTS.title': '检查手机号和邮箱',
  'CONTACTS.text':
    '{count, plural, =0 {最近 {days} 天没有变更。} other {最近 {days} 天新确认了 # 个。}}验证码会发送到这些地址，请确认都是您本人的。',
  'CARD_CHANGES.title': '检查卡片变更',
  'CARD_CHANGES.text':
    '最近绑定、解绑或停用的卡片。如非本人操作，可挂失、解绑或恢复。停用不会终止您与机构签署的协议扣款，解绑才会，卡片的可办理事项会提示。',
  'NOTIFICATIONS.title': '查看最近的通知',
  'NOTIFICATIONS.text': '重要操作我们都会通知您。您没有印象的操作，可能并非本人所为。',
  'CONTACT_SUPPORT.title': '获得人工帮助',
  'CONTACT_SUPPORT.text': '请说明您的发现，客服人员会与您一起逐项核对。',
};
