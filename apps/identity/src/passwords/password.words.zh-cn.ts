import type { en } from './password.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  PHONE_INVALID: '无法使用这个手机号。请核对;如果不是中国大陆号码,请以“+”和国家代码开头。',
  PHONE_TAKEN: '这个手机号已有账户。请登录,忘记密码可重置。',
  PASSWORD_TOO_SHORT: '密码至少需要 {minimumLength} 个字符。几个互不相关的词最好记。',
  PASSWORD_COMMON: '这个密码由最常被猜到的词组成,请换一个。',
  PASSWORD_PREDICTABLE: '这个密码有重复或连续的规律,请换一个更难猜的。',
  PASSWORD_PERSONAL: '这个密码由您的姓名或号码组成,别人容易猜到,请换一个。',
  PROOF_REJECTED: '手机验证已失效,请重新验证。',
  LOG_IN_FAILED: '手机号或密码不正确。如果确认无误,请重置密码。',
  SESSION_ENDED: '您已退出登录,请重新登录。',
};
