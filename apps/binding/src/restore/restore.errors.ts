import type { OnceRefusal } from '@bindery/persistence';
import type { BindingLimit } from '../bind';
import type { NotFound, TransitionRefused } from '../lifecycle';
import type { ProofRejected } from '../proofs';
import type { RestoreObstacle } from './restore.rules';

interface RestoreRefused {
  readonly kind: 'RESTORE_REFUSED';
  readonly reason: RestoreObstacle;
  /** Whether the card could be bound anew instead, for all that is known. */
  readonly couldBind: boolean;
}

export type RequestRestoreError =
  OnceRefusal | NotFound | RestoreRefused | BindingLimit | ProofRejected | TransitionRefused;
