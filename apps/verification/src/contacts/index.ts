import type { Feature, FeatureClasses, Foundation } from '@bindery/subgraph';
import { readContactKeys } from '@bindery/trust';
import { createKeyedDigest, deriveKey } from '../keys';
import type { VerificationConfig } from '../verification.config';
import { AccountLocaleRow } from './account-locale.entity';
import { ContactPointRow } from './contact-point.entity';
import { createContactSeal } from './contact-seal';
import { createOnAccountLocale } from './on-account-locale.consumer';
import { createOnContactPointConfirmed } from './on-contact-point-confirmed.consumer';

export { findAccountLocale } from './account-locale.repository';
export { findNewestContactPoint } from './contact-point.repository';
export type { ContactSeal } from './contact-seal';

export const contactsClasses = { entities: [ContactPointRow, AccountLocaleRow] } satisfies FeatureClasses;

/** Where an account is reached and in which language, as identity's events tell. */
export function createContacts(
  { countStale }: Foundation,
  { CONTACT_KEYS, CODE_KEY }: Pick<VerificationConfig, 'CONTACT_KEYS' | 'CODE_KEY'>,
) {
  const contactSeal = createContactSeal(
    readContactKeys(CONTACT_KEYS),
    createKeyedDigest(deriveKey(CODE_KEY, 'contact')),
  );
  const onAccountLocale = createOnAccountLocale(countStale);
  const subscriptions = {
    'bindery.account.registered.v1': onAccountLocale,
    'bindery.account.locale-changed.v1': onAccountLocale,
    'bindery.account.contact-point-confirmed.v1': createOnContactPointConfirmed(contactSeal, countStale),
  };
  return { contactSeal, feature: { subscriptions } satisfies Feature };
}
