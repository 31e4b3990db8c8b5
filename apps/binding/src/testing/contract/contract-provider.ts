import type { Id } from '@bindery/kernel';
import type { Connector, ProviderMessage } from '../../providers/connector';
import type { Activation, EnteredCard, Obligations, SentKind } from '../../providers/connector.rules';

/** A provider as the suite drives it: in memory, or a program of its own. */
export interface ContractProvider {
  readonly connector: Connector;
  /** A card that it takes, with what is told of it; the same one again where it can be told apart. */
  readonly card: { readonly entered: EnteredCard; readonly told: object };
  /** A card that it refuses, and by which code; null where it looks at none. */
  readonly refusedCard: { readonly entered: EnteredCard; readonly reason: string } | null;
  /** Operations besides BIND and UNBIND that it takes. */
  readonly operations: readonly Extract<SentKind, 'SUSPEND' | 'RESUME' | 'RESTORE'>[];
  /** How it says no; by PROVIDER_DECLINED and a message of it where this is left out. */
  readonly refusal?: { readonly cause: string; readonly isTold: boolean };
  /** How it contradicts that it has confirmed; by a refusal where this is left out. */
  readonly contradiction?: 'credential.removed';
  /** Where it waits for its holder in every bind, what they do then; null where it confirms by itself. */
  readonly activate: ((operationId: Id<'operation'>, activation: Activation | undefined) => Promise<void>) | null;
  /** True where a bind is an act of its holder at the provider, with no request of ours that could be lost or refused. */
  readonly boundByHolder?: boolean;
  /** True where nothing is posted: its outcome is known when its holder has answered. */
  readonly tellsNothing?: boolean;
  /** What the provider has posted up to now, in order. */
  heard(): readonly ProviderMessage[];
  /** How the provider's next operation of a kind goes. */
  plan(kind: SentKind, behaviour: PlannedBehaviour): Promise<void> | void;
  /** An occasion for the provider to settle what waits; one that settles by itself does nothing here. */
  settle(options?: { late: boolean }): void;
  /** Taken off outside, past us; null where it does not tell of that. */
  readonly removeOutside: ((credentialReference: string) => Promise<void> | void) | null;
  /** Null where it knows of no obligations. */
  readonly setObligations: ((credentialReference: string, obligations: Obligations) => Promise<void> | void) | null;
}

export type PlannedBehaviour = 'REFUSE_LATER' | 'UNKNOWN' | 'UNKNOWN_DONE' | 'TWICE' | 'LATE' | 'NEVER' | 'CONTRADICT';

/** What the contract asks of a connector, one test each. */
export const contractClauses = [
  'TOKEN',
  'SAME_TOKEN',
  'REFUSED_CARD',
  'BIND',
  'LIFE',
  'SENT_AGAIN',
  'REFUSAL',
  'UNANSWERED',
  'UNANSWERED_AND_DONE',
  'TWICE',
  'LATE',
  'CONTRADICTION',
  'REMOVAL',
  'OBLIGATIONS',
  'STRANGERS',
] as const;
export type ContractClause = (typeof contractClauses)[number];
