import type { Locale } from '@bindery/localisation';

/** `value` in minor units of an ISO 4217 currency: 500 with CNY is 5.00 yuan. */
export interface Money {
  readonly value: number;
  readonly currency: string;
}

/** A text in each language people are spoken to in. */
export type Localised = Readonly<Record<Locale, string>>;
