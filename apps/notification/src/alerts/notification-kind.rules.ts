/** What a notification is about. Kinds never change their meaning: clients and preferences name them. */
export const notificationKinds = [
  'WELCOME',
  'NEW_DEVICE',
  'ACCOUNT_LOCKED',
  'ACCOUNT_UNLOCKED',
  'PASSWORD_CHANGED',
  'WRONG_CODES',
  'CONSENT_RECORDED',
  'CARD_BOUND',
  'CARD_BIND_REFUSED',
  'CARD_HELD',
  'CARD_HOLD_LIFTED',
  'CARD_UNBIND_REQUESTED',
  'CARD_UNBOUND',
  'CARD_UNBIND_REFUSED',
  'CARD_RESTORED',
  'CARD_RESTORE_REFUSED',
  'CARD_REMOVED_ELSEWHERE',
  'DEFAULT_CARD_CHANGED',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];
