import type { en } from './case-overdue.words.en';

const meanwhile = `{cause, select,
  DIVERGED {在此之前此卡保持停用，您的其他卡片可正常使用。}
  OVERDUE {我们会继续向{provider}询问。此卡的状态及可办理的事项见应用。}
  REFUSED {此卡在本平台已停用，您也可请{provider}在其处停用。}
  REVOCATION {联网核验已拒绝此卡。如仍有门可用此卡打开，请告知门禁管理方。}
  DISPUTE_OVERDUE {您的申诉仍在处理中，不会因此作出对您不利的决定。}
  OBLIGATION_OVERDUE {我们会继续向{provider}询问。再次付款或重复办理之前，请先核对账单。}
  MANDATE_LEFT {您可自行向商户更新为新卡。}
  CHARGED_AFTER_UNBIND {该笔扣款及可办理的事项见应用。}
  OPENED_AFTER_UNBIND {如仍有门可用此卡打开，请告知门禁管理方。}
  USED_WHILE_HELD {该笔使用、终止方式及申诉入口见应用。}
  COLLECTED_WITHOUT_CONSENT {该笔扣款及申诉入口见应用。}
  LENDER_OVERDUE {我们会继续向{provider}询问，不会重复发送。您也可直接向{provider}询问。}
  LENDER_REFUSED {本平台已按您的意愿记录，您也可向{provider}投诉。}
  other {在此期间您可办理的事项见应用。}}`;

export const zhCn: Record<keyof typeof en, string> = {
  name: '答复延迟',
  title: '关于{provider}卡片的答复延迟',
  body: `我们未能{timed, select, yes {如前所告于 {promised, date, moment} 之前} other {}}就您的{provider}卡片所涉事项答复，深表歉意。该事项仍在处理中{timed, select, yes {，我们将于 {until, date, moment} 之前答复} other {}}。${meanwhile}`,
};
