import { err, ok, type Result } from '@bindery/kernel';
import type { Credential } from '../records/credential';
import type { RemoveDeps } from './remove-credential';

export interface HoldDeps extends RemoveDeps {
  readonly companies: { pauses(provider: string): boolean };
}

type HoldRefused = { readonly kind: 'CREDENTIAL_UNKNOWN' | 'SUSPENSION_NOT_KNOWN' };

/**
 * A provider suspends a credential of its own accord, or lets it go again, and tells the platform afterwards where its protocol has a message for it.
 * Refused where its protocol knows no pause.
 */
export function holdCredential(
  { state, companies, webhooks, webhookUrl }: HoldDeps,
  provider: string,
  reference: string,
  held: boolean,
): Result<Credential, HoldRefused> {
  if (!companies.pauses(provider)) return err({ kind: 'SUSPENSION_NOT_KNOWN' });
  const credential = state.credentials.get(reference);
  if (credential?.provider !== provider || credential.status === 'ABSENT') return err({ kind: 'CREDENTIAL_UNKNOWN' });
  if ((credential.heldByProvider ?? false) === held) return ok(credential);
  const changed: Credential = { ...credential, heldByProvider: held };
  state.credentials.put(reference, changed);
  const type = held ? 'credential.suspended' : 'credential.resumed';
  webhooks.send(provider, webhookUrl(provider), { type, credentialReference: reference });
  return ok(changed);
}
