import type { HoldOwner } from '@bindery/card-lifecycle';
import type { Money } from '@bindery/values';
import type { InBothLanguages } from '@bindery/localisation';
import type { CardKindCode } from '../providers/kinds';

/** NATIVE: the provider suspends. EMULATED: only our reader check does. NONE: cannot be suspended. */
export const suspendModes = ['NATIVE', 'EMULATED', 'NONE'] as const;

/** REACTIVATE: the old credential works again. REPROVISION: a new one is given. REBIND_ONLY: nothing comes back. */
export const restoreStrategies = ['REACTIVATE', 'REPROVISION', 'REBIND_ONLY'] as const;

/** How the provider tells the outcome of an operation that it did not finish at once. */
export const confirmationModes = ['SYNCHRONOUS', 'WEBHOOK', 'POLL'] as const;

/** What an obligation does to an unbind: stops it, is only told, or is nobody's concern. */
export const obligationPolicies = ['BLOCKS', 'WARNS', 'IGNORED'] as const;
export type ObligationPolicy = (typeof obligationPolicies)[number];

/** The operations that a holder must prove themselves for. */
export type ProvenOperation = 'BIND' | 'UNBIND' | 'RESTORE';

/** What must be shown before an operation goes to the provider. */
export interface OperationRequirements {
  /** Any one of these, best first: words of verification, which alone knows what they ask. */
  readonly factors: readonly string[];
}

export const movableThings = ['NUMBER', 'BALANCE', 'HISTORY'] as const;

/**
 * What a provider can do and asks for (requirement 5). Configuration, not code: a provider is added by its entry in
 * providers.json and its address and secret in the environment.
 */
export interface ProviderProfile {
  /** Kebab-case; names the provider in the graph, in webhooks and in events, and never changes. */
  readonly code: string;
  readonly kind: CardKindCode;
  readonly name: InBothLanguages;
  /** What the holder consents to when binding; the version is kept with the consent. */
  readonly terms: { readonly version: string; readonly text: InBothLanguages };
  /** Where its memberships are, in the order they are shown in; null where it has none, or tells no list of them. */
  readonly sites: readonly { readonly code: string; readonly name: InBothLanguages }[] | null;
  /** `by`: whose holds suspend a card here; empty exactly when nothing does. */
  readonly suspend: { readonly mode: (typeof suspendModes)[number]; readonly by: readonly HoldOwner[] };
  /** `windowDays` counts from the confirmed unbind; null exactly when nothing comes back. */
  readonly restore: { readonly strategy: (typeof restoreStrategies)[number]; readonly windowDays: number | null };
  readonly confirmation: (typeof confirmationModes)[number];
  /** Seconds until an unanswered operation counts as UNKNOWN and is asked about. */
  readonly operationDeadlineSeconds: number;
  /** Days to finish the provider's own step; null where there is none. */
  readonly activationDeadlineDays: number | null;
  /** Charged once, after the confirmed unbind; `source` says where the fee is written (requirement 11). */
  readonly unbindFee: { readonly amount: Money; readonly source: InBothLanguages } | null;
  readonly unbindObligations: Readonly<Record<'balance' | 'pendingPayment' | 'mandate', ObligationPolicy>>;
  readonly requirements: Readonly<Record<ProvenOperation, OperationRequirements>>;
  /** Live bindings at most; null: no limit. */
  readonly limits: { readonly perAccount: number | null; readonly perDevice: number | null };
  /** Whether a card that is blocked or replaced at the provider takes all its bindings with it. */
  readonly cascadesToBindings: boolean;
  /** ISO 8601 duration until the last offline reader knows of an unbind. */
  readonly offlineRevocationWorstCase: string;
  /** What a move to another device takes along; `perYear` null: as often as wished. */
  readonly deviceMove: { readonly carries: readonly (typeof movableThings)[number][]; readonly perYear: number | null };
  /** Whether we hear of a removal made at the provider or on the device (requirement 20). */
  readonly signalsRemoval: boolean;
}
