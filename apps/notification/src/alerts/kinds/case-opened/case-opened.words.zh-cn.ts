import type { en } from './case-opened.words.en';

const what = `{matter, select,
  DIVERGED {{provider}对您卡片的记录与我们不一致，查清之前此卡保持停用。}
  REFUSED {{provider}未能停用您的卡片，此卡在本平台已停用。}
  REVOCATION {有读卡器未确认您的{provider}卡片失效，联网核验已拒绝此卡。}
  OBLIGATION_OVERDUE {{provider}未按时告知您卡片的自动扣款、处理中付款或余额的办理结果，我们会继续询问。}
  MANDATE_LEFT {您已更换的{provider}卡片上的自动扣款未能转到新卡，将随旧卡停止{named, select, yes {：{mandates}。请向这些商户更新为新卡。} other {。详见应用，请向商户更新为新卡。}}}
  LENDER_OVERDUE {{provider}未在规定时间内答复。我们不会重复发送，会继续询问。}
  LENDER_REFUSED {{provider}未按您的权利办理，本平台已按办理记录。}
  other {您的{provider}卡片有一项事宜需要查清，详见应用。}}`;

export const zhCn: Record<keyof typeof en, string> = {
  name: '跟进处理',
  title: '我们正在跟进您{provider}卡片的一项事宜',
  body: `${what}我们正在跟进处理{timed, select, yes {，将于 {until, date, moment} 之前答复} other {}}。`,
};
