import type { Clock } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import type { Catalogue } from '../catalogue';
import type { Consent } from '../consents';
import { placeRequest } from '../lender-requests';
import type { LockedBinding } from '../lifecycle';

interface TellProviderDeps {
  readonly catalogue: Pick<Catalogue, 'profileOf'>;
  readonly clock: Clock;
}

/** Has a provider told that something was allowed, or is not any more. By the id of the consent: what was taken back stays so, in whatever order it comes. */
export async function tellProvider(
  tx: EntityManager,
  { id, bindingId, provider, purpose, version }: Pick<Consent, 'id' | 'bindingId' | 'provider' | 'purpose' | 'version'>,
  { binding: { credentialReference } }: LockedBinding,
  { catalogue, clock }: TellProviderDeps,
  kind: 'GIVE_CONSENT' | 'WITHDRAW_CONSENT' = 'WITHDRAW_CONSENT',
): Promise<void> {
  if (credentialReference === null) throw new Error(`${bindingId} is bound and has no credential`);
  const body = { credentialReference, consent: { consentId: id, purpose, version } };
  await placeRequest(tx, {
    kind,
    bindingId,
    subjectId: id,
    body,
    profile: catalogue.profileOf(provider),
    now: clock.now(),
  });
}
