import type { AbuseBudget } from './abuse-rules';

const hourMs = 60 * 60_000;

/** Messages an hour. */
export interface SpendLimits {
  /** To one country: what artificially made traffic to dear numbers can cost. */
  readonly perCountryPerHour: number;
  /** In all. */
  readonly perHour: number;
}

type SpendBudgets = readonly (AbuseBudget & { readonly dimension: 'COUNTRY' | 'PLATFORM' })[];

/**
 * The breaker over everything that sends: once it is open nothing goes out for this act until its hour has room again. Claim it with the
 * ISO 3166-1 country of the number (`countryOf` of values) and any one word for the platform. What strangers bring about is better
 * counted under an act of its own, so that it does not open the breaker for all. Where many send at once claim it with `db`, or last in
 * the transaction: all wait for its one key.
 */
export const spendRules = <Act extends string = 'message.spend'>(
  { perCountryPerHour, perHour }: SpendLimits,
  act: Act = 'message.spend' as Act,
): Record<Act, SpendBudgets> => {
  const budgets: SpendBudgets = [
    { dimension: 'COUNTRY', limit: perCountryPerHour, windowMs: hourMs },
    { dimension: 'PLATFORM', limit: perHour, windowMs: hourMs },
  ];
  return { [act]: budgets } as Record<Act, SpendBudgets>;
};
