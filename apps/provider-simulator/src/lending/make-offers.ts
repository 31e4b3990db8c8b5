import { newId } from '@bindery/kernel';
import { dayOf } from '@bindery/values';
import type { KnownOffer } from '../records/lending';

/** What every customer is offered: amount in fen, months, rate per year in hundredths of a percent. */
const products = [
  { principal: 500_000, months: 6, annualRateBps: 1_440 },
  { principal: 2_000_000, months: 12, annualRateBps: 1_080 },
] as const;

const offerLifetimeMs = 20 * 60_000;

/** What is paid each month so that all payments are equal, rounded up to a fen. */
export function monthlyOf({ principal, months, annualRateBps }: (typeof products)[number]): number {
  const rate = annualRateBps / 10_000 / 12;
  return Math.ceil((principal * rate) / (1 - (1 + rate) ** -months));
}

/** The same day of the next month, or its last one. */
export function aMonthAfter(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(date, last))).toISOString().slice(0, 10);
}

/** Offers to one customer, good for twenty minutes. */
export function makeOffers(provider: string, credentialReference: string, now: Date): KnownOffer[] {
  const firstRepaymentOn = aMonthAfter(dayOf(now, 'Asia/Shanghai'));
  const cny = (value: number) => ({ value, currency: 'CNY' });
  return products.map((product) => {
    const monthly = monthlyOf(product);
    return {
      provider,
      credentialReference,
      offerNumber: newId('offer', now.getTime()),
      principal: cny(product.principal),
      annualRateBps: product.annualRateBps,
      months: product.months,
      monthly: cny(monthly),
      total: cny(monthly * product.months),
      firstRepaymentOn,
      until: new Date(now.getTime() + offerLifetimeMs).toISOString(),
      taken: false,
    };
  });
}
