import type { Id } from '@bindery/kernel';
import type { HoldKey } from './holds';

export type OperationKind = 'BIND' | 'ACTIVATE' | 'SUSPEND' | 'RESUME' | 'UNBIND' | 'RESTORE';

/**
 * A request in flight at a provider. The caller makes `id`, `kind` and `deadline` (ISO 8601, UTC); the machine adds the
 * rest, so that the answer means the same however much later it comes. Store the whole of it, as one JSON value.
 */
export interface OperationRef {
  readonly id: Id<'operation'>;
  readonly kind: OperationKind;
  readonly deadline: string;
  /** RESUME: the hold that goes when the provider confirms. */
  readonly lifts?: HoldKey;
  /** UNBIND after an upheld dispute: no fee, no way back. */
  readonly revokes?: true;
  /** RESTORE after an upheld dispute: the fee goes back. */
  readonly reinstates?: true;
  /** What was unsettled when this was sent; it comes back if the provider refuses, so that a refusal loosens nothing. */
  readonly doubt?: Divergence;
}

/** An operation as a caller prepares it. It is in flight only if the transition answers with `SendOperation`. */
export type PreparedOperation<Kind extends OperationKind> = Pick<OperationRef, 'id' | 'deadline'> & {
  readonly kind: Kind;
};

/** Our view of the card at the provider, and the provider's. Known words: see `providerViews`; others lead to a case. */
export interface Divergence {
  readonly desired: string;
  readonly observed: string;
}

/** How a card stands at a provider, loosest first. ABSENT is terminal: the provider does not know it (any more). */
export const providerViews = ['ACTIVE', 'SUSPENDED', 'ABSENT'] as const;

export type Sync =
  | { readonly state: 'IN_SYNC'; readonly operation?: undefined }
  | { readonly state: 'PENDING'; readonly operation: OperationRef }
  /** Timed out or ambiguous: asked about, never blindly sent again. */
  | { readonly state: 'UNKNOWN'; readonly operation: OperationRef }
  | ({ readonly state: 'DIVERGED'; readonly operation?: OperationRef } & Divergence);

export const syncStates = ['IN_SYNC', 'PENDING', 'UNKNOWN', 'DIVERGED'] as const satisfies readonly Sync['state'][];

export const inSync: Sync = { state: 'IN_SYNC' };

/** The operation whose answer is still awaited, if any. */
export function openOperation(sync: Sync): OperationRef | undefined {
  return sync.operation;
}
