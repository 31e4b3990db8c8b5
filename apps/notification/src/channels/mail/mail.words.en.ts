import { senderName } from '@bindery/localisation';

export const en = {
  message: `{body}\n\n{critical, select, yes {Alerts that protect your account cannot be switched off.} other {You choose in the settings of the app what you are told by mail.}}\n${senderName}`,
};
