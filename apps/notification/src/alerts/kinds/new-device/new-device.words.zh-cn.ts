import type { en } from './new-device.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  name: '新设备登录',
  title: '新设备登录',
  body: '您的账户于 {at, date, moment} 在一台新设备上登录。如非本人操作，请在应用中结束该会话并修改密码。',
};
