import {
  allowedPurposes,
  pastPurposes,
  type AllowedPurpose,
  type PastPurpose,
} from '../catalogue/provider-profile.rules';

/** What a consent is for. BIND: to hold a card; LOAN: one loan, in the words of its offer; any other is allowed beside, or was once. */
export const consentPurposes = ['BIND', ...allowedPurposes, ...pastPurposes, 'LOAN'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** Whether it stands by itself: given on a bound card, and taken back without taking the card off. */
export const standsAlone = (purpose: ConsentPurpose): purpose is AllowedPurpose | PastPurpose =>
  [...allowedPurposes, ...pastPurposes].some((one) => one === purpose);
