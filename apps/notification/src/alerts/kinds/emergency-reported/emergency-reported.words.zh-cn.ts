import type { en } from './emergency-reported.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  name: '紧急求助',
  title: '正在保护您的账户',
  body: '{at, date, moment} 您报告他人占用了您的账户{lost, select, DEVICE {或设备，该设备上的卡片已全部停用} other {}}。您在其他设备上的登录均已退出，请按应用中的清单逐项检查。如非本人操作，请重置密码。',
};
