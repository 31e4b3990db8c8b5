import type { FeatureClasses } from '@bindery/subgraph';
import { ConsentPlaceRow } from './consent-place.entity';
import { ConsentWithdrawalRow } from './consent-withdrawal.entity';
import { ConsentRow } from './consent.entity';

export { consentPurposes, standsAlone, type ConsentPurpose } from './consent-purpose.rules';
export {
  findConsent,
  insertWithdrawal,
  listConsents,
  listConsentsInForce,
  savePlaces,
  hasConsentAt,
  type Consent,
} from './consent.repository';
export { consentFacts, createRecordConsent, type RecordConsent } from './record-consent';

/** What holders agreed to before binding (requirement 41), what of it they took back, and what went over to another binding. */
export const consentsClasses = {
  entities: [ConsentRow, ConsentPlaceRow, ConsentWithdrawalRow],
} satisfies FeatureClasses;
