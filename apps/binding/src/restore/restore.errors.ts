import type { OnceRefusal } from '@bindery/persistence';
import type { NotFound, TransitionRefused } from '../lifecycle';
import type { ProofRejected } from '../proofs';

interface RestoreRefused {
  readonly kind: 'RESTORE_REFUSED';
  readonly reason: 'WINDOW_OVER' | 'NOT_OFFERED' | 'BOUND_AGAIN';
}

export type RequestRestoreError = OnceRefusal | NotFound | RestoreRefused | ProofRejected | TransitionRefused;
