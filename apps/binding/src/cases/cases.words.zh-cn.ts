import type { en } from './cases.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  DIVERGED: '该机构对此卡的记录与我们不一致。查清之前，此卡保持停用。',
  OVERDUE: '该机构未在规定时间内答复。我们会继续询问并跟进处理。',
  REFUSED: '该机构未能停用此卡。此卡在我们这里已停用，我们正在跟进处理。',
  DISPUTE_OVERDUE: '您的申诉未按时作出决定，仍在处理中，我们会优先跟进。',
  OBLIGATION_OVERDUE: '该机构未按时告知此卡的自动扣款、处理中付款、余额或借款已了结。我们会继续询问并跟进处理。',
  MANDATE_LEFT: '旧卡上的一项自动扣款未能转到这张新卡。请向商户更新卡片，我们正在跟进处理。',
  CHARGED_AFTER_UNBIND: '此卡解绑后仍被扣款。我们正在跟进处理。',
  OPENED_AFTER_UNBIND: '此卡解绑后仍打开了门。我们正在跟进处理。',
  USED_WHILE_HELD: '此卡停用期间仍被使用。我们正在跟进处理。',
  COLLECTED_WITHOUT_CONSENT: '出借机构未经您授权仍扣款。我们正在跟进处理。',
  LENDER_OVERDUE: '出借机构未在规定时间内答复。我们不会重复发送，会继续询问并跟进处理。',
  LENDER_REFUSED: '出借机构未按您的权利办理。我们这里已按办理记录，并正在跟进处理。',
  REVOCATION: '有读卡器过了最迟时间仍未确认此卡失效。联网核验已拒绝此卡，我们正在跟进该读卡器。',
  LATE: '我们未能在承诺的时间内答复，仍在处理中。',
  OWN_ACCOUNT: '此工单涉及您本人的卡，须由他人关闭。',
  ENDS_BY_ITSELF: '所涉事项了结时此工单自动关闭，不能提前关闭；可采取的措施见其后续步骤。',
  CLOSED_BEFORE: '此工单已关闭。',
};
