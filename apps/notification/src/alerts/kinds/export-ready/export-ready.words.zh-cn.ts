import type { en } from './export-ready.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  name: '导出完成',
  title: '您的导出文件已生成',
  body: '您申请导出的文件已生成，共 {records, number} 条记录{timed, select, yes {，请在 {until, date, moment} 前到应用中下载} other {}}。如非本人申请，请在应用中结束其他会话并修改密码。',
};
