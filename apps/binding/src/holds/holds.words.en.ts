export const en = {
  SUSPEND_NOT_OFFERED: 'Cards of this provider cannot be suspended.',
} as const;
