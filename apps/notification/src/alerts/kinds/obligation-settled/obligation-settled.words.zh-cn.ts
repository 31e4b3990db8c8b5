import type { en } from './obligation-settled.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  name: '自动扣款与余额',
  title: '{done, select, yes {{provider}已办理} other {{provider}未受理}}',
  body: '{at, date, moment}，您的{provider}卡片{asked, select, CANCEL_MANDATE {取消自动扣款} MOVE_MANDATE {把自动扣款转到另一张卡} SETTLE_PENDING {结清处理中的付款} WITHDRAW_BALANCE {提取余额} other {所申请的事项}}{done, select, yes {已完成} other {未被受理，未做任何更改}}。详见应用。如非本人操作，请在应用中查看设备。',
};
