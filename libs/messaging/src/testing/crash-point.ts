/** The moments at which a relay is killed, from the fault catalogue. */
export const crashPoints = [
  'before-select',
  'after-lock',
  'mid-send',
  'sent-unacked',
  'acked-unmarked',
  'marked-uncommitted',
  'after-commit',
] as const;

export type CrashPoint = (typeof crashPoints)[number];
