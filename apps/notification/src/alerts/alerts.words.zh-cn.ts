import type { WordsCatalogue } from './words-catalogue';

const restore =
  '{restorable, select, yes {{restorableUntil, date, moment} 前可在应用中恢复。} other {此次解绑不能恢复,但可以重新绑定。}}';

export const zhCn: WordsCatalogue = {
  'WELCOME.title': '欢迎使用 Bindery',
  'WELCOME.body': '您的账户已开通,可以在应用中添加第一张卡片。',
  'NEW_DEVICE.title': '新设备登录',
  'NEW_DEVICE.body': '您的账户于 {at, date, moment} 在一台新设备上登录。如非本人操作,请在应用中结束该会话并修改密码。',
  'ACCOUNT_LOCKED.title': '账户已锁定',
  'ACCOUNT_LOCKED.body':
    '您的账户于 {at, date, moment} {cause, select, TOO_MANY_FAILURES {因登录失败次数过多} other {}}被锁定。{timed, select, yes {将于 {until, date, moment} 自动解锁。} other {解除之前一直锁定。}}重置密码可立即解锁。',
  'ACCOUNT_UNLOCKED.title': '账户已解锁',
  'ACCOUNT_UNLOCKED.body': '您的账户已于 {at, date, moment} 解锁。如非本人操作,请在应用中查看设备和会话。',
  'PASSWORD_CHANGED.title': '密码已修改',
  'PASSWORD_CHANGED.body': '您的账户密码于 {at, date, moment} 被修改。如非本人操作,请立即在应用中重置密码。',
  'WRONG_CODES.title': '验证码多次错误',
  'WRONG_CODES.body':
    '{at, date, moment} 有人{challenged, select, BIND {为绑定卡片} UNBIND {为解绑卡片} RESTORE {为恢复卡片} other {}}多次输入错误的验证码,未做任何更改。如非本人操作,请在应用中查看设备。',
  'CONSENT_RECORDED.title': '已向{provider}授权',
  'CONSENT_RECORDED.body':
    '您于 {at, date, moment} 同意了{provider}的条款(版本 {version})。可在应用中查看授权记录。如非本人操作,请联系客服。',
  'CARD_BOUND.title': '{provider}卡片已绑定',
  'CARD_BOUND.body': '您的{provider}卡片已于 {at, date, moment} 绑定。如非本人操作,请在应用中解绑。',
  'CARD_BIND_REFUSED.title': '{provider}卡片未能绑定',
  'CARD_BIND_REFUSED.body':
    '{provider}于 {at, date, moment} 未接受您的卡片,未绑定任何卡片。您可以重试,或咨询{provider}。',
  'CARD_DECLINED.title': '{provider}绑卡申请未通过',
  'CARD_DECLINED.body': '您绑定{provider}卡片的申请于 {at, date, moment} 未通过审核,未绑定任何卡片。原因和办法见应用。',
  'CARD_HELD.title': '{provider}卡片已停用',
  'CARD_HELD.body': '您的{provider}卡片于 {at, date, moment} 被{owner}停用,解除之前不能使用。原因见应用。',
  'CARD_HOLD_LIFTED.title': '停用已解除',
  'CARD_HOLD_LIFTED.body':
    '您的{provider}卡片有一项停用已于 {at, date, moment} 解除,{usable, select, yes {现在可以使用。} other {但目前仍不能使用,原因见应用。}}',
  'CARD_UNBIND_REQUESTED.title': '{provider}卡片正在解绑',
  'CARD_UNBIND_REQUESTED.body':
    '您的{provider}卡片自 {at, date, moment} 起正在解绑,已不能使用。如非本人操作,请立即打开应用告知我们。',
  'CARD_UNBOUND.title': '{provider}卡片已解绑',
  'CARD_UNBOUND.body': `您的{provider}卡片已于 {at, date, moment} 解绑。{charged, select, yes {已收费用 {fee}。} other {未收取费用。}}${restore}回执:{receipt}。`,
  'CARD_UNBIND_REFUSED.title': '{provider}卡片仍在绑定中',
  'CARD_UNBIND_REFUSED.body': '{provider}于 {at, date, moment} 拒绝解绑,卡片保持原状,未收取费用。可以怎么做见应用。',
  'CARD_RESTORED.title': '{provider}卡片已恢复',
  'CARD_RESTORED.body': '您的{provider}卡片已于 {at, date, moment} 恢复绑定。如非本人操作,请在应用中解绑。',
  'CARD_RESTORE_REFUSED.title': '{provider}卡片未能恢复',
  'CARD_RESTORE_REFUSED.body': '{provider}于 {at, date, moment} 拒绝恢复您的卡片。您可以在应用中重新绑定。',
  'CARD_REMOVED_ELSEWHERE.title': '是您本人操作吗?{provider}卡片已被移除',
  'CARD_REMOVED_ELSEWHERE.body': `您的{provider}卡片在服务机构或设备上被移除,我们于 {at, date, moment} 得知。如非本人操作,请打开应用告知我们。${restore}`,
  'DEFAULT_CARD_CHANGED.title': '默认卡片已变更',
  'DEFAULT_CARD_CHANGED.body':
    '{hasDefault, select, yes {自 {at, date, moment} 起默认付款卡片已改为您的另一张卡片,详见应用。} other {自 {at, date, moment} 起没有默认付款卡片,请在应用中选择一张。}}',
};
