import type { en } from './case-closed.words.en';

const what = `{matter, select,
  DIVERGED {{provider}对此卡的记录与我们不一致}
  OVERDUE {{provider}未按时答复}
  REFUSED {{provider}未能停用此卡}
  REVOCATION {有读卡器未确认此卡失效}
  DISPUTE_OVERDUE {您的申诉未按时作出决定}
  OBLIGATION_OVERDUE {自动扣款、处理中付款或余额的办理结果}
  MANDATE_LEFT {未能转到此卡的自动扣款}
  CHARGED_AFTER_UNBIND {此卡解绑后仍被扣款}
  OPENED_AFTER_UNBIND {此卡解绑后仍打开了门}
  USED_WHILE_HELD {此卡停用期间仍被使用}
  COLLECTED_WITHOUT_CONSENT {{provider}未经您授权扣款}
  LENDER_OVERDUE {{provider}未按时答复}
  LENDER_REFUSED {{provider}未按您的权利办理}
  other {详见应用}}`;

export const zhCn: Record<keyof typeof en, string> = {
  name: '跟进事宜已了结',
  title: '您{provider}卡片的一项跟进事宜已了结',
  body: `我们就您的{provider}卡片跟进的事宜（${what}）{ended, select, ITSELF {已于 {at, date, moment} 自行了结。} other {已于 {at, date, moment} 办结{answered, select, yes {：{answer}} other {，原因见应用。}}}}`,
};
