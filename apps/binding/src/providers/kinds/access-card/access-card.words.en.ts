export const en = {
  kind: 'access card',
  name: '{site} ·· {lastFour}',
  MEMBER_UNKNOWN: 'The site is unknown, or it does not know this member number.',
} as const;
