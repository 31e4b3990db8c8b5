export const en = {
  kind: 'access card',
  name: '{site} ·· {lastFour}',
  MEMBER_UNKNOWN: 'The site does not know this member number.',
  SITE_UNKNOWN: 'The provider has no such site.',
} as const;
