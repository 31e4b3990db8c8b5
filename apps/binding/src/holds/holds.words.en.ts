export const en = {
  SUSPEND_NOT_OFFERED:
    'Cards of this provider cannot be suspended by their holders. A lost card is held once it is reported.',
} as const;
