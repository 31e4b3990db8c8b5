import type { en } from './obligations.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  consent:
    '今后由 {merchant} 从我的{is, select, NAME {账户 ***{lastFour}} other {尾号 {lastFour} 的卡}}扣款，不再从原来的卡扣款。',
  'offer.CANCEL_MANDATE': '{merchant} 将不再从此卡扣款，相应的服务可能随之停止。',
  'offer.MOVE_MANDATE':
    '此后由 {merchant} 从您的{is, select, NAME {账户 ***{lastFour}} other {尾号 {lastFour} 的卡}}扣款。',
  'offer.SETTLE_PENDING': '立即支付 {amount}：{about}。',
  'offer.WITHDRAW_BALANCE': '全部余额 {amount} 将原路退回。',
  balance: '余额',
  'state.PENDING': '办理中：该机构将在 {deadline, date, moment} 前答复。',
  'state.OVERDUE': '该机构未按时答复。我们会继续询问并跟进处理。',
  'state.DONE': '已完成。',
  'state.REFUSED': '该机构未受理，未做任何更改。{cause}',
  kept: '已有另一张卡替换此卡。在以下事项结清之前，此卡仍保留在该机构：{things}。其间本平台不予放行。',
  'kept.BALANCE': '余额',
  'kept.PENDING_PAYMENT': '处理中的付款',
  'kept.LOAN': '借款',
  OFFER_CHANGED: '此卡的情况与您看到的不一致，请重新查看。',
  OBLIGATION_UNDER_WAY: '此事正在办理中，请等待结果。',
};
