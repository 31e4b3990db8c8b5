import { err, ok, type Clock, type Result } from '@bindery/kernel';
import type { SimulatorState } from '../state/simulator-state';
import type { WebhookSender } from '../webhooks/webhook-sender';
import type { Providers } from '../providers/provider';
import { announcePropagation } from '../readers/propagation';
import type { Credential } from '../records/credential';

export interface RemoveDeps {
  readonly providers: Providers;
  readonly state: SimulatorState;
  readonly webhooks: WebhookSender;
  readonly clock: Clock;
  /** Where the platform takes what a provider tells it unasked. */
  readonly webhookUrl: (provider: string) => string;
}

/** Takes a credential away at the provider, behind the platform's back, and tells it afterwards. */
export function removeCredential(
  deps: RemoveDeps,
  provider: string,
  reference: string,
): Result<Credential, { kind: 'CREDENTIAL_UNKNOWN' }> {
  const { providers, state, webhooks, clock, webhookUrl } = deps;
  const credential = state.credentials.get(reference);
  if (credential?.provider !== provider) return err({ kind: 'CREDENTIAL_UNKNOWN' });
  if (credential.status === 'ABSENT') return ok(credential);

  const removed: Credential = { ...credential, status: 'ABSENT', removedAt: clock.now().toISOString() };
  state.credentials.put(reference, removed);
  webhooks.send(provider, webhookUrl(provider), { type: 'credential.removed', credentialReference: reference });
  const company = providers.get(provider);
  if (company) announcePropagation(deps, company, reference);
  return ok(removed);
}
