import type { HoldOwner } from '@bindery/card-lifecycle';
import type { Localised, Money } from './money';

export const cardKinds = ['BANK_CARD', 'ACCESS_CARD', 'WALLET'] as const;
export type CardKind = (typeof cardKinds)[number];

/** NATIVE: the provider suspends. EMULATED: only our reader check does. NONE: cannot be suspended. */
export const suspendModes = ['NATIVE', 'EMULATED', 'NONE'] as const;

/** REACTIVATE: the old credential works again. REPROVISION: a new one is given. REBIND_ONLY: nothing comes back. */
export const restoreStrategies = ['REACTIVATE', 'REPROVISION', 'REBIND_ONLY'] as const;

/** How the provider tells the outcome of an operation that it did not finish at once. */
export const confirmationModes = ['SYNCHRONOUS', 'WEBHOOK', 'POLL'] as const;

/** What an obligation of the card does to an unbind: stops it, or is only told. */
export const obligationPolicies = ['BLOCKS', 'WARNS'] as const;
export type ObligationPolicy = (typeof obligationPolicies)[number];

export const proofFactors = ['SMS_CODE', 'EMAIL_CODE', 'PASSKEY', 'PASSWORD'] as const;
export type ProofFactor = (typeof proofFactors)[number];

/** The operations that a holder must prove themselves for. */
export const provenOperations = ['BIND', 'UNBIND', 'RESTORE'] as const;
export type ProvenOperation = (typeof provenOperations)[number];

export const movableThings = ['NUMBER', 'BALANCE', 'HISTORY'] as const;
export type MovableThing = (typeof movableThings)[number];

/**
 * What a provider can do and asks for (requirement 5). Configuration, not code: a provider is added by its entry in
 * providers.json and its address and secret in the environment.
 */
export interface ProviderProfile {
  /** Kebab-case; names the provider in the graph, in webhooks and in events, and never changes. */
  readonly code: string;
  readonly kind: CardKind;
  readonly name: Localised;
  /** What the holder consents to when binding; the version is kept with the consent. */
  readonly terms: { readonly version: string; readonly text: Localised };
  readonly suspend: (typeof suspendModes)[number];
  /** Whose holds suspend a card here; empty exactly when nothing does. */
  readonly suspendableBy: readonly HoldOwner[];
  /** `windowDays` counts from the confirmed unbind; null exactly when nothing comes back. */
  readonly restore: { readonly strategy: (typeof restoreStrategies)[number]; readonly windowDays: number | null };
  readonly confirmation: (typeof confirmationModes)[number];
  /** Seconds until an unanswered operation counts as UNKNOWN and is asked about. */
  readonly operationDeadlineSeconds: number;
  /** Days to finish the provider's own step: 30 for payment, 7 for an invitation. */
  readonly activationDeadlineDays: number;
  /** Charged once, after the confirmed unbind; `source` says where the fee is written (requirement 11). */
  readonly unbindFee: { readonly amount: Money; readonly source: Localised } | null;
  /** Requirement 16. */
  readonly obligations: Readonly<Record<'balance' | 'pending' | 'mandate', ObligationPolicy>>;
  /** Any one of these proves the holder, best first. */
  readonly factors: Readonly<Record<ProvenOperation, readonly ProofFactor[]>>;
  /** Kinds of document to be shown besides (requirements 13 and 33). */
  readonly documents: Readonly<Record<ProvenOperation, readonly string[]>>;
  /** Operations that a person decides about as well. */
  readonly review: readonly ProvenOperation[];
  /** Live bindings at most (requirement 19). */
  readonly limits: { readonly perAccount: number; readonly perDevice: number };
  /** Whether a card that is blocked or replaced at the provider takes all its bindings with it. */
  readonly cascadesToBindings: boolean;
  /** ISO 8601 duration until the last offline reader knows of an unbind; null where every reader is online. */
  readonly offlineRevocationWorstCase: string | null;
  /** What a move to another device takes along, and how often a year; null: as often as wished (requirement 10). */
  readonly deviceMove: { readonly carries: readonly MovableThing[]; readonly perYear: number | null };
  /** Whether we hear of a removal made at the provider or on the device (requirement 20). */
  readonly signalsRemoval: boolean;
}

/** The providers that cards can be bound at, in the order they are shown in. */
export interface ProviderCatalogue {
  readonly all: readonly ProviderProfile[];
  find(code: string): ProviderProfile | undefined;
}
