import type { en } from './used-wrongly.words.en';

const what = `{matter, select,
  USED_WHILE_HELD {您的{provider}卡片已在本平台停用，但于 {at, date, moment} 仍被{use, select, DOOR_OPENED {用于开门} other {扣款}}。}
  COLLECTED_WITHOUT_CONSENT {{provider}于 {at, date, moment} 向您扣款，而您并未授权。}
  OPENED_AFTER_UNBIND {您的{provider}卡片解绑后，于 {at, date, moment}（已过最迟失效时间）仍打开了门。}
  other {您的{provider}卡片于 {at, date, moment} 的使用与我们此前告知的不符。}}`;

export const zhCn: Record<keyof typeof en, string> = {
  name: '不应发生的使用',
  title: `{matter, select,
  USED_WHILE_HELD {您已停用的{provider}卡片仍被使用}
  COLLECTED_WITHOUT_CONSENT {{provider}未经授权向您扣款}
  OPENED_AFTER_UNBIND {您已解绑的{provider}卡片仍打开了门}
  other {您的{provider}卡片发生了不应有的使用}}`,
  body: `${what}{stops, select, yes {在您解绑此卡、终止协议之前，{provider}仍可能继续扣款。} other {}}我们正在核查。该笔使用详见应用，如非本人所为，可在应用中一键申诉。`,
};
