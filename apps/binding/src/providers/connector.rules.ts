import type { Money } from '@bindery/values';

/**
 * A card as its holder enters it; each kind adds what it asks for. It goes straight to the provider's tokenisation and is
 * never stored or logged.
 */
export interface EnteredCard {
  readonly kind: string;
}

/** Kinds of request a provider takes; an activation is the provider's own step and is never sent. */
export type SentKind = 'BIND' | 'UNBIND' | 'RESTORE' | 'SUSPEND' | 'RESUME';

export type CredentialStatus = 'ACTIVE' | 'SUSPENDED' | 'ABSENT';

/** What hangs on a credential and is touched by taking it off (requirement 16). */
export interface Obligations {
  readonly balance: Money | null;
  readonly pending: readonly { readonly id: string; readonly amount: Money; readonly text: string }[];
  readonly mandates: readonly { readonly id: string; readonly merchant: string }[];
}
