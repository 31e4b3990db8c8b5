import type { AbuseRules } from './abuse-rules';

const hourMs = 60 * 60_000;

/** Messages an hour. */
export interface SpendLimits {
  /** To one country: what artificially made traffic to dear numbers can cost. */
  readonly perCountryPerHour: number;
  /** In all. */
  readonly perHour: number;
}

/**
 * The breaker over everything that sends: once it is open nothing goes out for this act until its hour has room again. Claim it with the
 * country of the number (ISO 3166-1 alpha-2, or its calling code) and any one word for the platform. Where many send at once claim it with `db`, not in a longer
 * transaction: all wait for its one key.
 */
export const spendRules = ({ perCountryPerHour, perHour }: SpendLimits) =>
  ({
    'message.spend': [
      { dimension: 'COUNTRY', limit: perCountryPerHour, windowMs: hourMs },
      { dimension: 'PLATFORM', limit: perHour, windowMs: hourMs },
    ],
  }) as const satisfies AbuseRules;
