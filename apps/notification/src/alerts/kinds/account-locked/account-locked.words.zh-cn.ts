import type { en } from './account-locked.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  name: '账户锁定',
  title: '账户已锁定',
  body: '您的账户于 {at, date, moment} {cause, select, TOO_MANY_FAILURES {因登录失败次数过多} other {}}被锁定。{timed, select, yes {将于 {until, date, moment} 自动解锁。} other {解除之前一直锁定。}}重置密码可立即解锁。',
};
