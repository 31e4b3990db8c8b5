import type { WordKey } from './challenges.words.en';

const kind = '{kind, select, BANK_CARD {银行卡} ACCESS_CARD {门禁卡} WALLET {钱包} other {卡片}}';

export const zhCn: Record<WordKey, string> = {
  'sms.REGISTER':
    '【Bindery】验证码 {code},用于以本号码注册账户,{minutes} 分钟内有效。切勿告诉任何人,包括自称客服的人。非本人操作请忽略。',
  'sms.RESET_PASSWORD':
    '【Bindery】验证码 {code},用于重设登录密码,{minutes} 分钟内有效。切勿告诉任何人,包括自称客服的人。非本人操作请忽略。',
  'sms.BIND':
    '【Bindery】验证码 {code},用于把一张卡绑定到您的账户,{minutes} 分钟内有效。切勿告诉任何人,包括自称客服的人。',
  'sms.UNBIND':
    '【Bindery】验证码 {code},用于从您的账户解绑一张卡,{minutes} 分钟内有效。切勿告诉任何人,包括自称客服的人。',
  'sms.RESTORE':
    '【Bindery】验证码 {code},用于把一张卡恢复到您的账户,{minutes} 分钟内有效。切勿告诉任何人,包括自称客服的人。',
  'shown.REGISTER': '将以您的手机号注册一个新的 Bindery 账户。',
  'shown.RESET_PASSWORD': '将允许您为该手机号的账户设置新密码。',
  'shown.BIND': `将把${kind}绑定到您的账户。`,
  'shown.UNBIND': `将从您的账户解绑${kind},与解绑说明 {plan} 所列完全一致。`,
  'shown.RESTORE': `将把${kind}恢复到您的账户。`,
  'waiting.CHALLENGE': '输入我们发到您手机的验证码',
  'waiting.VERIFYING': `确认绑定${kind}`,
  'waiting.AWAITING_ACTIVATION': `向发卡或服务机构激活${kind}`,
  TOO_MANY_CHALLENGES: '暂时无法再发送验证码,{at, date, moment} 之后可以重新获取。',
  PHONE_INVALID: '这不是可以接收短信的手机号,请连同国家代码填写,例如 +86 138 0000 0001。',
  NO_CONTACT_POINT: '您的账户还没有已确认、可接收此类验证码的联系方式。',
  WRONG_CODE: '{left, plural, =0 {验证码不正确,已没有剩余次数。} other {验证码不正确,还可以试 # 次。}}',
  CHALLENGE_ANSWERED: '该验证码已使用,请重新获取。',
  CHALLENGE_EXHAUSTED: '该验证码输错次数过多,请重新获取。',
  CHALLENGE_EXPIRED: '该验证码已失效,请重新获取。',
  CHALLENGE_PENDING: '该验证码正在等待输入。',
  RESEND_TOO_SOON: '验证码正在发送,{at, date, moment} 之后可以重发。',
  RESENDS_USED_UP: '该验证码不能再重发,请重新获取。',
  CODE_FORM: '验证码为六位数字。',
};
