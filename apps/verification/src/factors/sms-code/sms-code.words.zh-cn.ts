import type { en } from './sms-code.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  REGISTER:
    '验证码 {code}，用于以本号码注册账户，{minutes} 分钟内有效。切勿告诉任何人，包括自称客服的人。非本人操作请忽略。',
  RESET_PASSWORD:
    '验证码 {code}，用于重设登录密码，{minutes} 分钟内有效。切勿告诉任何人，包括自称客服的人。非本人操作请忽略。',
  BIND: '验证码 {code}，用于把一张卡绑定到您的账户，{minutes} 分钟内有效。切勿告诉任何人，包括自称客服的人。',
  UNBIND: '验证码 {code}，用于从您的账户解绑一张卡，{minutes} 分钟内有效。切勿告诉任何人，包括自称客服的人。',
  RESTORE: '验证码 {code}，用于把一张卡恢复到您的账户，{minutes} 分钟内有效。切勿告诉任何人，包括自称客服的人。',
  FOUND: '验证码 {code}，用于解除挂失，让卡片恢复使用，{minutes} 分钟内有效。切勿告诉任何人，包括自称客服的人。',
  MOVE: '验证码 {code}，用于把您的卡片转移到另一台设备，{minutes} 分钟内有效。切勿告诉任何人，包括自称客服的人。',
  CANCEL_MANDATE: '验证码 {code}，用于取消一项自动扣款，{minutes} 分钟内有效。切勿告诉任何人，包括自称客服的人。',
  MOVE_MANDATE:
    '验证码 {code}，用于把一项自动扣款转到您的另一张卡，{minutes} 分钟内有效。切勿告诉任何人，包括自称客服的人。',
  SETTLE_PENDING: '验证码 {code}，用于结清一笔处理中的付款，{minutes} 分钟内有效。切勿告诉任何人，包括自称客服的人。',
  WITHDRAW_BALANCE: '验证码 {code}，用于提取一张卡的余额，{minutes} 分钟内有效。切勿告诉任何人，包括自称客服的人。',
  OPEN_LOAN: '验证码 {code}，用于申请借款，{minutes} 分钟内有效。切勿告诉任何人，包括自称客服的人。',
  waiting: '输入我们发到您手机的验证码',
  answerForm: '验证码为六位数字。',
};
