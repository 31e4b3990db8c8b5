import type { en } from './password.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  PASSWORD_TOO_SHORT: '密码至少需要 {minimumLength} 个字符。几个互不相关的词最好记。',
  PASSWORD_COMMON: '这个密码由最常被猜到的词组成，请换一个。',
  PASSWORD_PREDICTABLE: '这个密码有重复或连续的规律，请换一个更难猜的。',
  PASSWORD_PERSONAL: '这个密码由您的姓名或号码组成，别人容易猜到，请换一个。',
};
