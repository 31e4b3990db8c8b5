import type { en } from './export.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  'head.at': '时间（{zone}）',
  'head.atUtc': '时间（UTC）',
  'head.kind': '使用',
  'head.place': '地点',
  'head.amount': '金额',
  'head.currency': '币种',
  'head.provider': '机构',
  'head.card': '卡片',
  'head.id': '记录',
  'kind.DOOR_OPENED': '开门',
  'kind.PAYMENT': '支付',
  'kind.REFUSED': '被拒绝',
  TOO_MANY_EXPORTS: '今天导出次数较多，{at, date, moment} 之后可以再次导出。',
  ACCOUNT_LOCKED: '您的账户已锁定，解锁后才能下载文件。',
  EXPORT_NOT_READY: '文件还没有准备好。',
  EXPORT_GONE: '这次导出已失效，请重新导出。',
};
