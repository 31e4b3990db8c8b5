import type { en } from './sms-code.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  REGISTER:
    '验证码 {code},用于以本号码注册账户,{minutes} 分钟内有效。切勿告诉任何人,包括自称客服的人。非本人操作请忽略。',
  RESET_PASSWORD:
    '验证码 {code},用于重设登录密码,{minutes} 分钟内有效。切勿告诉任何人,包括自称客服的人。非本人操作请忽略。',
  BIND: '验证码 {code},用于把一张卡绑定到您的账户,{minutes} 分钟内有效。切勿告诉任何人,包括自称客服的人。',
  UNBIND: '验证码 {code},用于从您的账户解绑一张卡,{minutes} 分钟内有效。切勿告诉任何人,包括自称客服的人。',
  RESTORE: '验证码 {code},用于把一张卡恢复到您的账户,{minutes} 分钟内有效。切勿告诉任何人,包括自称客服的人。',
  waiting: '输入我们发到您手机的验证码',
  answerForm: '验证码为六位数字。',
};
