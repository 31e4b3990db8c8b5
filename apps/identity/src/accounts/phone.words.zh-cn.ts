import type { en } from './phone.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  PHONE_INVALID: '无法使用这个手机号。请核对；如果不是中国大陆号码，请以“+”和国家代码开头。',
  MOBILE_NUMBER_NEEDED:
    '需要填写手机号：验证码和提醒以短信发送。固定电话、特殊号码以及暂不支持的国家或地区的号码无法使用。',
};
