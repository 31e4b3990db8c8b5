import type { Id } from '@bindery/kernel';
import type { Actor } from '../actors';
import type { OperationKind, PreparedOperation, Sync } from '../sync';

/** The answer yes. It counts only for the operation that is open; any other is stale. */
export interface ProviderConfirmed {
  readonly type: 'ProviderConfirmed';
  readonly actor: Actor;
  readonly operationId: Id<'operation'>;
  readonly operationKind: OperationKind;
}

/** Not yes yet: the provider waits for a step of its own (invitation, issuer code, app). */
export interface ProviderWantsActivation {
  readonly type: 'ProviderWantsActivation';
  readonly actor: Actor;
  readonly operationId: Id<'operation'>;
  /** Stands for the wait; its deadline is the activation's. The later confirmation names this id. */
  readonly activation: PreparedOperation<'ACTIVATE'>;
  readonly methods: readonly string[];
}

export interface ProviderRefused {
  readonly type: 'ProviderRefused';
  readonly actor: Actor;
  readonly operationId: Id<'operation'>;
  readonly operationKind: OperationKind;
  /** False for "try later" and the like: that is SyncChanged to UNKNOWN, not a refusal. */
  readonly definitive: boolean;
  /** For UNBIND: a query made after the refusal shows the card still there. */
  readonly stillThere?: boolean;
  /** Code of the cause. */
  readonly cause: string;
}

/** The provider, asked about this operation, does not know the card. */
export interface ProviderSaysAbsent {
  readonly type: 'ProviderSaysAbsent';
  readonly actor: Actor;
  readonly operationId: Id<'operation'>;
}

/** The card was taken off at the provider or on the device, not through us. */
export interface RemovedElsewhere {
  readonly type: 'RemovedElsewhere';
  readonly actor: Actor;
  readonly confirmedByQuery: boolean;
}

/** The issuer has renewed the card: another expiry, token or number. What is bound stays bound. */
export interface CardUpdated {
  readonly type: 'CardUpdated';
  readonly actor: Actor;
}

/** What a timeout or the reconciliation found out about our view against the provider's. */
export interface SyncChanged {
  readonly type: 'SyncChanged';
  readonly actor: Actor;
  /**
   * UNKNOWN: the open operation timed out. DIVERGED: the views differ. IN_SYNC: they agree again. PENDING: the open
   * operation is sent again after a query, or a SUSPEND tells the provider of holds it does not know of.
   */
  readonly sync: Sync;
  /** The provider was asked, and this is what its answer shows. */
  readonly queried: boolean;
  /** The operation's deadline has passed. */
  readonly overdue: boolean;
}
