import type { Phase, TriggerType } from '@bindery/card-lifecycle';
import type { CardNumberError } from '../providers/kinds/bank-card/card-number.rules';
import type { Money } from '../catalogue/provider-profile.rules';
import type { UnbindBlocker, UnbindPlan } from '../unbind/unbind-plan.rules';

/** Every refusal that a holder can meet; each use case lists those of its own by kind. */
export type BindingError =
  | { readonly kind: 'INVALID_INPUT'; readonly field: string }
  | { readonly kind: 'IDEMPOTENCY_KEY_REUSED' }
  /** There is no such thing, or it is somebody else's: the same answer. */
  | { readonly kind: 'NOT_FOUND' }
  | { readonly kind: 'CARD_NUMBER_INVALID'; readonly cause: CardNumberError['kind'] }
  | { readonly kind: 'PROVIDER_UNKNOWN' }
  | { readonly kind: 'PROVIDER_UNAVAILABLE'; readonly retryAt: Date }
  | { readonly kind: 'ALREADY_BOUND'; readonly existingId: string }
  | { readonly kind: 'BINDING_LIMIT'; readonly limit: number }
  | { readonly kind: 'BINDING_REFUSED'; readonly reason: 'CARD_NOT_ACCEPTED' | 'MEMBER_UNKNOWN' | 'ACCOUNT_LOCKED' }
  | { readonly kind: 'PROOF_REJECTED'; readonly reason: ProofRejection }
  | { readonly kind: 'TRANSITION_REFUSED'; readonly phase: Phase; readonly possible: readonly TriggerType[] }
  | { readonly kind: 'PLAN_STALE'; readonly plan: UnbindPlan | null; readonly changed: readonly string[] }
  | { readonly kind: 'UNBIND_BLOCKED'; readonly blockers: readonly UnbindBlocker[] }
  | { readonly kind: 'FEE_NOT_ACCEPTED'; readonly fee: Money }
  | { readonly kind: 'RESTORE_REFUSED'; readonly reason: 'WINDOW_OVER' | 'NOT_OFFERED' | 'BOUND_AGAIN' }
  | { readonly kind: 'SUSPEND_NOT_OFFERED' }
  | { readonly kind: 'CARD_NOT_USABLE' };

export type BindingErrorOf<Kind extends BindingError['kind']> = Extract<BindingError, { kind: Kind }>;

/** What every mutation may answer besides its own refusals. */
export type RequestError = BindingErrorOf<'INVALID_INPUT' | 'IDEMPOTENCY_KEY_REUSED'>;

export type ProofRejection =
  | 'PROOF_MALFORMED'
  | 'PROOF_EXPIRED'
  | 'PROOF_FOR_OTHER_ACTION'
  | 'PROOF_FOR_OTHER_SUBJECT'
  | 'PROOF_FOR_OTHER_PLAN'
  | 'PROOF_FOR_OTHER_ACCOUNT'
  | 'PROOF_ALREADY_USED';
