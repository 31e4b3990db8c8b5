import type { AbuseRules } from '@bindery/abuse-ledger';

const day = 24 * 60 * 60_000;

/** Each dispute takes two people's time: more than anybody has reason for is nobody's dispute. */
export const disputeTryRules = {
  'dispute.open': [
    { dimension: 'ACTOR', limit: 5, windowMs: day },
    { dimension: 'ACTOR', limit: 15, windowMs: 30 * day },
  ],
} as const satisfies AbuseRules;
