export const en = {
  name: '{site} ·· {lastFour}',
  MEMBER_UNKNOWN: 'The site does not know this member number.',
} as const;
