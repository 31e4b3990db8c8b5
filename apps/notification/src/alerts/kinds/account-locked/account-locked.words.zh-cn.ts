import type { en } from './account-locked.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  name: '账户锁定',
  title: '{cause, select, TOO_MANY_FAILURES {有人在猜您的密码} other {账户已锁定}}',
  body: '{cause, select, TOO_MANY_FAILURES {有人多次输错密码，我们已于 {at, date, moment} 停止您的账户在陌生设备和陌生地点登录。您登录过的设备和地点不受影响。重置密码即可恢复。} other {您的账户于 {at, date, moment} 被锁定。{timed, select, yes {将于 {until, date, moment} 自动解锁。} other {解除之前一直锁定。}}重置密码可立即解锁。}}',
};
