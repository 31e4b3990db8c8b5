export const en = {
  REVIEW_FIRST: 'Confirmed. A reviewer looks at it before the provider is asked; the app shows what is waited for.',
} as const;
