import type { AbuseRules } from '@bindery/abuse-ledger';

const hour = 60 * 60_000;
const day = 24 * hour;

/**
 * How many cards and memberships are handed to their providers, whatever comes of it, and how many of them may be declined: whoever finds out
 * which numbers are good, by trying many, is stopped by the second. A house may share one address, so it has more, `perAddressPerHour`.
 */
export const cardTryRules = (perAddressPerHour: number) =>
  ({
    'card.try': [
      { dimension: 'ACTOR', limit: 20, windowMs: hour },
      { dimension: 'ACTOR', limit: 40, windowMs: day },
      { dimension: 'DEVICE', limit: 20, windowMs: hour },
      { dimension: 'DEVICE', limit: 40, windowMs: day },
      { dimension: 'ADDRESS', limit: perAddressPerHour, windowMs: hour },
    ],
    'card.decline': [
      { dimension: 'ACTOR', limit: 5, windowMs: hour },
      { dimension: 'ACTOR', limit: 10, windowMs: day },
      { dimension: 'DEVICE', limit: 5, windowMs: hour },
      { dimension: 'DEVICE', limit: 10, windowMs: day },
      { dimension: 'ADDRESS', limit: Math.ceil(perAddressPerHour / 4), windowMs: hour },
    ],
  }) as const satisfies AbuseRules;
