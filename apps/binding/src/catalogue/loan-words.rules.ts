import { createTranslator, type InBothLanguages, type Locale } from '@bindery/localisation';
import { formatMoney, toMidnight, type CalendarDay, type Money } from '@bindery/values';
import type { LoanTerms } from './provider-profile.rules';

/** What of an offer its words name. */
export interface OfferedNumbers {
  readonly principal: Money;
  /** Per year, in hundredths of a percent: 1440 is 14.4%. */
  readonly annualRateBps: number;
  readonly months: number;
  readonly monthly: Money;
  readonly total: Money;
  /** In the calendar of the lender. */
  readonly firstRepaymentOn: CalendarDay;
}

/** To find out whether words name only what offers have. */
export const sampleOffer: OfferedNumbers = {
  principal: { value: 100_000, currency: 'CNY' },
  annualRateBps: 1_440,
  months: 6,
  monthly: { value: 17_373, currency: 'CNY' },
  total: { value: 104_238, currency: 'CNY' },
  firstRepaymentOn: '2026-02-01',
};

/** 1440 as 14.4%. */
export const formatRate = (bps: number): string => `${bps / 100}%`;

/**
 * The words of one offer, in one language: {name}, {version}, {amount}, {rate}, {months}, {monthly}, {total} and {firstDay, date, wholeDay}. What is
 * agreed to names the loan itself. Throws where the words name something else.
 */
export function sayLoanTerms(
  { version, text }: Pick<LoanTerms, 'version' | 'text'>,
  { name }: { readonly name: InBothLanguages },
  offer: OfferedNumbers,
  locale: Locale,
): string {
  const say = createTranslator({ 'zh-CN': { text: text['zh-CN'] }, en: { text: text.en } });
  return say(locale, 'text', {
    name: name[locale],
    version,
    amount: formatMoney(offer.principal, locale),
    rate: formatRate(offer.annualRateBps),
    months: offer.months,
    monthly: formatMoney(offer.monthly, locale),
    total: formatMoney(offer.total, locale),
    firstDay: toMidnight(offer.firstRepaymentOn),
  });
}
