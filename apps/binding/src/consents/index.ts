import type { FeatureClasses } from '@bindery/subgraph';
import { ConsentRow } from './consent.entity';

export { consentFacts, createRecordConsent, type RecordConsent } from './record-consent';

/** What holders agreed to before binding (requirement 41). */
export const consentsClasses = { entities: [ConsentRow] } satisfies FeatureClasses;
