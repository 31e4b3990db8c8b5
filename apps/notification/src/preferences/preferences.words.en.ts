export const en = {
  NOTIFICATION_CRITICAL:
    '“{title}” protects your account and your cards and cannot be switched off. Nothing was changed.',
};
