import type { EntityManager } from 'typeorm';
import type { InBothLanguages } from '@bindery/localisation';
import type { Outbox } from '@bindery/messaging';
import { purposeNames } from '../catalogue';
import { oneByOne, type FactPart } from '../lifecycle';
import { standsAlone } from './consent-purpose.rules';
import type { ConsentRow } from './consent.entity';
import { hasConsent, insertConsent } from './consent.repository';

/** `providerName` is told in the event, for those who keep no list of providers. */
export type RecordConsent = (tx: EntityManager, consent: ConsentRow, providerName: InBothLanguages) => Promise<void>;

export function createRecordConsent(outbox: Outbox): RecordConsent {
  return async (tx, consent, providerName) => {
    await insertConsent(tx, consent);
    const { id, accountId, bindingId, provider, version, purpose, recordedAt } = consent;
    const data = { consentId: id, accountId, bindingId, provider, providerName, version, at: recordedAt.toISOString() };
    if (standsAlone(purpose)) {
      const purposeName = purposeNames(purpose);
      const type = 'bindery.consent.purpose-given.v1';
      await outbox.append(tx, { type, key: id, data: { ...data, purpose, purposeName } });
      return;
    }
    // A loan is told of by its own events.
    if (purpose === 'LOAN') return;
    await outbox.append(tx, { type: 'bindery.consent.recorded.v1', key: id, data });
  };
}

export const consentFacts = {
  /** Of a binding that is only being begun too: its consent is recorded first, in the same transaction. */
  consentRecorded: oneByOne(async (tx, { consentId }) => consentId !== null && hasConsent(tx, consentId)),
} satisfies FactPart;
