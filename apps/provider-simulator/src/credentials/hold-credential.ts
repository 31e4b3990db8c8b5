import { err, ok, type Result } from '@bindery/kernel';
import type { Credential } from '../records/credential';
import type { RemoveDeps } from './remove-credential';

/** A provider suspends a credential of its own accord, or lets it go again, and tells the platform afterwards. */
export function holdCredential(
  { state, webhooks, webhookUrl }: RemoveDeps,
  provider: string,
  reference: string,
  held: boolean,
): Result<Credential, { kind: 'CREDENTIAL_UNKNOWN' }> {
  const credential = state.credentials.get(reference);
  if (credential?.provider !== provider || credential.status === 'ABSENT') return err({ kind: 'CREDENTIAL_UNKNOWN' });
  if ((credential.heldByProvider ?? false) === held) return ok(credential);
  const changed: Credential = { ...credential, heldByProvider: held };
  state.credentials.put(reference, changed);
  const type = held ? 'credential.suspended' : 'credential.resumed';
  webhooks.send(provider, webhookUrl(provider), { type, credentialReference: reference });
  return ok(changed);
}
