import type { en } from './phone.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  PHONE_INVALID: '无法使用这个手机号。请核对;如果不是中国大陆号码,请以“+”和国家代码开头。',
};
