import type { Id } from '@bindery/kernel';
import type { Hold } from './holds';
import type { OperationRef } from './sync';

/** What the caller has to do, in the same transaction, besides saving the state. */
export type Effect =
  /** Show what the holder has to prove or hand in. */
  | { readonly type: 'ListRequirements' }
  | { readonly type: 'UseUpProofs' }
  /** Send after commit, with the operation's id as idempotency key. */
  | { readonly type: 'SendOperation'; readonly operation: OperationRef }
  /** Ask how the operation (or, without one, the card) stands. */
  | { readonly type: 'QueryProvider'; readonly operation?: OperationRef }
  | { readonly type: 'ShowDeadline'; readonly deadline: string }
  | { readonly type: 'ListActivationMethods'; readonly methods: readonly string[] }
  | { readonly type: 'ListRemedies'; readonly causes: readonly string[] }
  | { readonly type: 'OfferRebind' }
  | { readonly type: 'MakeDefaultIfFirst' }
  /** Another usable payment method becomes the default, or none if there is none. */
  | { readonly type: 'MoveDefaultAway' }
  /** The default again, if it was taken from this binding and the holder chose no other since, or if there is none. */
  | { readonly type: 'ReturnDefault' }
  | { readonly type: 'TakeSnapshot' }
  | { readonly type: 'StartRestoreWindow' }
  /** At most the plan's, once. */
  | { readonly type: 'ChargeFee' }
  | { readonly type: 'RefundFee' }
  | { readonly type: 'IssueReceipt' }
  | { readonly type: 'AskWasThisYou' }
  /** Take the card off at the provider and see to it that it is gone; the binding itself does not wait for it. */
  | { readonly type: 'RemoveAtProvider' }
  /** Holds that the provider may not know of: if it suspends natively, SyncChanged to PENDING with a SUSPEND. */
  | { readonly type: 'ReapplyHolds' }
  /** Default, limits, mandates and lineage go to the successor, and so do these holds. */
  | { readonly type: 'HandOverToSuccessor'; readonly successorId: Id<'binding'>; readonly holds: readonly Hold[] }
  /** Secrets go, history stays. */
  | { readonly type: 'PurgeSecrets' }
  | { readonly type: 'HealDivergence'; readonly how: 'ADOPT_THEIRS' | 'REAPPLY_OURS' }
  | { readonly type: 'OpenCase'; readonly about: 'DIVERGED' | 'OVERDUE' | 'REFUSED' };

export type EffectType = Effect['type'];
