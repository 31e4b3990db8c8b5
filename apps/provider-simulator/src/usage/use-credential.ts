import { newId, type Clock } from '@bindery/kernel';
import type { Money } from '@bindery/values';
import type { InBothLanguages } from '@bindery/localisation';
import type { Use } from '../providers/kinds';
import type { Provider, Providers } from '../providers/provider';
import { opensByItsList } from '../readers/propagation';
import type { SimulatorState } from '../state/simulator-state';
import type { WebhookSender } from '../webhooks/webhook-sender';
import type { ReaderCheck, ReaderVerdict } from './reader-check';

export interface UseDeps {
  readonly providers: Providers;
  readonly state: SimulatorState;
  readonly webhooks: WebhookSender;
  readonly clock: Clock;
  readonly readerCheck: ReaderCheck;
  /** Where the platform takes what a provider tells it unasked. */
  readonly webhookUrl: (provider: string) => string;
}

/** Somebody holds a credential to a door's reader or to a terminal. */
export interface CredentialUse {
  readonly credentialReference: string;
  readonly kind: Use;
  /** The door that it is held to; absent at a till. */
  readonly door?: string;
  readonly place: InBothLanguages;
  readonly amount?: Money;
}

/**
 * Works only if the platform says that the credential is good and its provider holds it active: while the two differ, the
 * stricter side wins. A door's reader without a line asks nobody and goes by its own list. A use that worked is told to the platform by webhook.
 */
export async function useCredential(deps: UseDeps, use: CredentialUse): Promise<ReaderVerdict> {
  const { providers, state, webhooks, clock, webhookUrl } = deps;
  const provider = providers.get(state.credentials.get(use.credentialReference)?.provider ?? '');
  if (!provider) return { good: false, reason: 'UNREGISTERED' };
  if (!provider.uses.includes(use.kind)) return { good: false, reason: 'NOT_ACCEPTED_HERE' };

  const verdict = offlineVerdict(deps, provider, use) ?? (await askedVerdict(deps, provider, use));
  if (verdict.good) {
    const { credentialReference, kind, place, door: readerId, amount } = use;
    const at = clock.now().toISOString();
    const body = {
      type: 'usage.recorded',
      usageId: newId('usage'),
      credentialReference,
      kind,
      place,
      readerId,
      amount,
      at,
    } as const;
    webhooks.send(provider.code, webhookUrl(provider.code), body);
  }
  return verdict;
}

function offlineVerdict({ state, clock }: UseDeps, provider: Provider, use: CredentialUse): ReaderVerdict | undefined {
  const credential = state.credentials.get(use.credentialReference);
  const opens =
    credential && use.door !== undefined
      ? opensByItsList(state, provider, credential, use.door, clock.now())
      : undefined;
  if (opens === undefined) return undefined;
  return opens ? { good: true, reason: 'ACTIVE' } : { good: false, reason: 'UNREGISTERED' };
}

async function askedVerdict({ state, readerCheck }: UseDeps, provider: Provider, use: CredentialUse) {
  const asked = await readerCheck(provider.code, use.credentialReference, use.door);
  return asked.good ? providerVerdict(state, provider, use.credentialReference) : asked;
}

function providerVerdict(state: SimulatorState, provider: Provider, reference: string): ReaderVerdict {
  const credential = state.credentials.get(reference);
  const status = credential?.provider === provider.code ? credential.status : 'ABSENT';
  const isHeld = status === 'SUSPENDED' || (status === 'ACTIVE' && credential?.heldByProvider === true);
  if (status === 'ACTIVE' && !isHeld) return { good: true, reason: 'ACTIVE' };
  return { good: false, reason: isHeld ? 'SUSPENDED' : 'UNREGISTERED' };
}
