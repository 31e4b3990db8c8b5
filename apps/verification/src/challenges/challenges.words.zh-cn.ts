import type { en } from './challenges.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  'consent.REGISTER': '将以您的手机号注册一个新的 Bindery 账户。',
  'consent.RESET_PASSWORD': '将允许您为该手机号的账户设置新密码。',
  'consent.BIND': '将把{kind}绑定到您的账户。',
  'consent.UNBIND': '将从您的账户解绑{kind}，与解绑说明 {plan} 所列完全一致。',
  'consent.RESTORE': '将把{kind}恢复到您的账户。',
  'consent.FOUND': '将撤销您的卡片或设备的挂失，因挂失停用的卡片可以重新使用。',
  'consent.MOVE': '将按方案 {plan} 所列，把您另一台设备上的卡片转移到这台设备。',
  'consent.CANCEL_MANDATE': '将取消{kind}上的一项自动扣款，与选项 {plan} 所列完全一致。',
  'consent.MOVE_MANDATE': '将把{kind}上的一项自动扣款转到您的另一张卡，与选项 {plan} 所列完全一致。',
  'consent.SETTLE_PENDING': '将结清{kind}上一笔处理中的付款，与选项 {plan} 所列完全一致。',
  'consent.WITHDRAW_BALANCE': '将提取{kind}的余额，与选项 {plan} 所列完全一致。',
  'consent.OPEN_LOAN': '将按报价 {plan} 所列内容申请借款。',
  TOO_MANY_CHALLENGES: '暂时无法再发送验证码，{at, date, moment} 之后可以重新获取。',
  PHONE_INVALID: '这不是可以接收短信的手机号，请连同国家代码填写，例如 +86 138 0000 0001。',
  MOBILE_NUMBER_NEEDED:
    '需要填写手机号：验证码和提醒以短信发送。固定电话、特殊号码以及暂不支持的国家或地区的号码无法使用。',
  NO_CONTACT_POINT: '您的账户还没有已确认、可接收此类验证码的联系方式。',
  'NOTHING_TO_PROVE.BIND': '此次绑定已经确认或已经结束，无需再验证。',
  'NOTHING_TO_PROVE.RESTORE': '此卡已不能恢复，因此不再发送验证码。',
  'NOTHING_TO_PROVE.OTHER': '此卡已不在您的账户中，因此不再发送验证码。',
  WRONG_CODE: '{left, plural, =0 {验证码不正确，已没有剩余次数。} other {验证码不正确，还可以试 # 次。}}',
  CHALLENGE_ANSWERED: '该验证码已使用，请重新获取。',
  CHALLENGE_EXHAUSTED: '该验证码输错次数过多，请重新获取。',
  CHALLENGE_EXPIRED: '该验证码已失效，请重新获取。',
  CHALLENGE_PENDING: '该验证码正在等待输入。',
  RESEND_TOO_SOON:
    '{delivery, select, FAILED {验证码短信未能送达，} DELIVERED {验证码短信已送达您的手机，} other {验证码正在发送，}}{at, date, moment} 之后可以重发。',
  RESENDS_USED_UP: '该验证码不能再重发，请重新获取。',
};
