import type { OnceRefusal } from '@bindery/persistence';
import type { InvalidInput } from '@bindery/kernel';
import type { NotFound } from '../lifecycle';
import type { ProofRejected } from '../proofs';
import type { MovePlan } from './move.rules';

/** The plan that was shown is not what would happen now. */
interface MovePlanStale {
  readonly kind: 'MOVE_PLAN_STALE';
  readonly plan: MovePlan;
}

/** None of the cards goes along. */
interface NothingMoves {
  readonly kind: 'NOTHING_MOVES';
  readonly plan: MovePlan;
}

export type PlanMoveError = NotFound | InvalidInput;
export type MoveCardsError = OnceRefusal | PlanMoveError | MovePlanStale | NothingMoves | ProofRejected;
