import { createLoadTimeZone, type Feature, type FeatureClasses, type Foundation } from '@bindery/subgraph';
import { createDeviceTokens, readContactKeys } from '@bindery/trust';
import { toAddressKey } from '@bindery/values';
import { createKeyedDigest, deriveKey } from '../keys';
import type { VerificationConfig } from '../verification.config';
import { AccountLocaleRow } from './account-locale.entity';
import { AccountTimeZoneRow } from './account-time-zone.entity';
import { findTimeZone } from './account-time-zone.repository';
import { addressKnownMs } from './acquaintance.rules';
import { ContactPointRow } from './contact-point.entity';
import { createContactSeal } from './contact-seal';
import { DeviceTrustRow } from './device-trust.entity';
import { createFindAcquaintance } from './find-acquaintance';
import { KnownAddressRow } from './known-address.entity';
import { deleteAddressesKnownBefore } from './known-address.repository';
import { createOnAccountLocale } from './on-account-locale.consumer';
import { createOnAccountTimeZone } from './on-account-time-zone.consumer';
import { createOnContactPointConfirmed } from './on-contact-point-confirmed.consumer';
import { onPasswordChanged } from './on-password-changed.consumer';
import { createOnSessionStarted } from './on-session-started.consumer';

export { findAccountLocale } from './account-locale.repository';
export { findNewestContactPoint, hasAnyContactPoint } from './contact-point.repository';
export type { ContactSeal } from './contact-seal';
export type { FindAcquaintance } from './find-acquaintance';

export const contactsClasses = {
  entities: [ContactPointRow, AccountLocaleRow, AccountTimeZoneRow, KnownAddressRow, DeviceTrustRow],
} satisfies FeatureClasses;

/** Where an account is reached, in which language and time zone, and from where it is used, as identity's events tell. */
export function createContacts(
  { db, unitOfWork, clock, countStale }: Foundation,
  { CONTACT_KEYS, CODE_KEY }: Pick<VerificationConfig, 'CONTACT_KEYS' | 'CODE_KEY'>,
) {
  const contactKeys = readContactKeys(CONTACT_KEYS);
  const contactSeal = createContactSeal(contactKeys, createKeyedDigest(deriveKey(CODE_KEY, 'contact')));
  const digestOfClient = createKeyedDigest(deriveKey(CODE_KEY, 'client'));
  const onAccountLocale = createOnAccountLocale(countStale);
  const subscriptions = {
    'bindery.account.registered.v1': onAccountLocale,
    'bindery.account.locale-changed.v1': onAccountLocale,
    'bindery.account.time-zone-changed.v1': createOnAccountTimeZone(countStale),
    'bindery.account.contact-point-confirmed.v1': createOnContactPointConfirmed(contactSeal, countStale),
    'bindery.account.password-changed.v1': onPasswordChanged,
    'bindery.account.session-started.v1': createOnSessionStarted(contactSeal, digestOfClient),
  };
  const prune = async () => ({
    knownAddresses: await unitOfWork.run((tx) =>
      deleteAddressesKnownBefore(tx, new Date(clock.now().getTime() - addressKnownMs)),
    ),
  });
  return {
    contactSeal,
    /** Stands for the client's network address, which is not stored. */
    digestClient: (networkAddress: string) => digestOfClient(toAddressKey(networkAddress)),
    findAcquaintance: createFindAcquaintance({ deviceTokens: createDeviceTokens(contactKeys), clock }),
    feature: {
      subscriptions,
      prune,
      loadTimeZone: createLoadTimeZone((accountId) => findTimeZone(db, accountId)),
    } satisfies Feature,
  };
}
