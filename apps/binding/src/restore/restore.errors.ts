import type { OnceRefusal } from '@bindery/persistence';
import type { NotFound, RestoreObstacle, TransitionRefused } from '../lifecycle';
import type { ProofRejected } from '../proofs';

interface RestoreRefused {
  readonly kind: 'RESTORE_REFUSED';
  readonly reason: Exclude<RestoreObstacle, 'NOT_UNBOUND'>;
}

export type RequestRestoreError = OnceRefusal | NotFound | RestoreRefused | ProofRejected | TransitionRefused;
