import type { en } from './wrong-codes.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  name: '验证码多次错误',
  title: '验证码多次错误',
  body: '{at, date, moment} 有人{challenged, select, BIND {为绑定卡片} UNBIND {为解绑卡片} RESTORE {为恢复卡片} FOUND {为解除挂失} MOVE {为转移卡片} CANCEL_MANDATE {为取消自动扣款} MOVE_MANDATE {为转移自动扣款} SETTLE_PENDING {为结清付款} WITHDRAW_BALANCE {为提取余额} OPEN_LOAN {为申请借款} other {}}多次输入错误的验证码，未做任何更改。如非本人操作，请在应用中查看设备。',
};
