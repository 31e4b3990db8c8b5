export const en = {
  REPLACEMENT_UNDER_WAY: 'Another card takes the place of this one already.',
} as const;
