import type { en } from './unbind.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  PLAN_STALE: '情况已有变化，请阅读新的解绑说明。',
  UNBIND_BLOCKED: '解绑前还有事项需要处理。',
  FEE_NOT_ACCEPTED: '解绑此卡需支付 {amount}，请确认接受。',
  'FEE_NOT_ACCEPTED.other': '解绑此卡需支付 {amount}，而已接受的费用为 {accepted}，请按实际费用确认接受。',
  'receipt.lead': '{card} 已于 {at, date, moment} 解绑。',
  'receipt.fee': '已收取费用 {amount}。',
  'receipt.free': '未收取费用。',
  'receipt.restorable': '{until, date, moment} 之前可以恢复。',
  'receipt.final': '无法恢复，可以重新绑定。',
  'receipt.readers': '联网核验已拒绝此卡；断线的读卡器最迟 {until, date, moment} 才得知。',
  'receipt.readerOffline': '{door}当时离线，在 {until, date, moment} 之前旧卡可能仍能开门。',
  'receipt.records': '您的记录会保留在账户中。',
  'receipt.recordsAndCard': '您的记录会保留在账户中，实体卡仍可使用。',
};
