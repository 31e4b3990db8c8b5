import type { Id } from '@bindery/kernel';
import type { OnceRefusal } from '@bindery/persistence';
import type { Money } from '@bindery/values';
import type { NotFound, TransitionRefused } from '../lifecycle';
import type { ProofRejected } from '../proofs';
import type { PlanChange, UnbindBlocker, UnbindPlan } from '../unbind-plan';

/** The plan is not what would happen now; a new one is quoted once the transaction that found it is gone. */
interface PlanChanged {
  readonly kind: 'PLAN_CHANGED';
  readonly changed: readonly PlanChange[];
}

interface PlanStale {
  readonly kind: 'PLAN_STALE';
  readonly plan: UnbindPlan;
  readonly changed: readonly PlanChange[];
}

interface UnbindBlocked {
  readonly kind: 'UNBIND_BLOCKED';
  readonly bindingId: Id<'binding'>;
  readonly blockers: readonly UnbindBlocker[];
}

interface FeeNotAccepted {
  readonly kind: 'FEE_NOT_ACCEPTED';
  readonly fee: Money;
  /** What was accepted instead; null where nothing was. */
  readonly accepted: Money | null;
}

/** What is refused inside the transaction. */
export type UnbindByPlanError =
  NotFound | PlanChanged | UnbindBlocked | FeeNotAccepted | ProofRejected | TransitionRefused;

export type RequestUnbindError = OnceRefusal | PlanStale | Exclude<UnbindByPlanError, PlanChanged>;
