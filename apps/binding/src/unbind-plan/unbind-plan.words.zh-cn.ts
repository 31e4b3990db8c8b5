import type { en } from './unbind-plan.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  'effect.DEFAULT_MOVES': '默认卡将改为{card}。',
  'effect.NO_DEFAULT_LEFT': '您将没有可付款的默认卡。',
  'effect.DOORS_LOST': '{site}的以下门将无法再打开：{doors}。离线读卡器最迟 {until, date, moment} 得知。',
  'effect.FEE': '将一次性收取费用 {amount}（{source}）。',
  'effect.RESTORABLE': '{lastDay, date, wholeDay} 结束前可以撤销。',
  'effect.NOT_RESTORABLE': '无法撤销，以后可以重新绑定。',
  'effect.BALANCE': '还有余额 {amount} 未使用。',
  'effect.PENDING_PAYMENT': '有一笔 {amount} 的付款正在处理：{about}。',
  'effect.MANDATE': '{merchant} 的自动扣款正使用此卡。',
  'effect.DEVICES': '卡片将从这台设备上移除，在其他 {stays} 台设备上仍然保留。',
  'effect.DEVICES.only': '卡片将从这台设备上移除，没有绑定在其他设备上。',
  'effect.PHYSICAL_CARD_WORKS': '您的实体卡仍可使用。',
  'effect.HISTORY_STAYS': '付款、账单和使用记录会保留在您的账户中。',
  'blocker.BALANCE': '请先用完或提取余额。',
  'blocker.PENDING_PAYMENT': '有付款尚未完成，请等待完成或先结清。',
  'blocker.MANDATE': '请先取消自动扣款。',
  'blocker.OBLIGATIONS_UNKNOWN': '暂时无法从发卡机构得知是否有未结款项，请稍后再试。',
};
