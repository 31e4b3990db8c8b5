import type { EntityManager } from 'typeorm';
import type { Locale } from '@bindery/localisation';
import type { Outbox } from '@bindery/messaging';

/** What a holder agreed to before binding (requirement 41). */
interface Consent {
  readonly id: string;
  readonly accountId: string;
  readonly bindingId: string;
  readonly provider: string;
  readonly providerName: Readonly<Record<Locale, string>>;
  /** The text as it was shown. It is kept here and goes into no event. */
  readonly text: string;
  readonly version: string;
  readonly at: Date;
}

export type RecordConsent = (tx: EntityManager, consent: Consent) => Promise<void>;

export function createRecordConsent(outbox: Outbox): RecordConsent {
  return async (tx, { id, accountId, bindingId, provider, providerName, text, version, at }) => {
    await tx.query(
      'INSERT INTO consent (id, account_id, binding_id, provider, version, text, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [id, accountId, bindingId, provider, version, text, at],
    );
    const data = { consentId: id, accountId, bindingId, provider, providerName, version, at: at.toISOString() };
    await outbox.append(tx, { type: 'bindery.consent.recorded.v1', key: id, data });
  };
}
