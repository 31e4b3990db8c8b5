import type { OnceRefusal } from '@bindery/persistence';
import type { NotFound, TransitionRefused } from '../lifecycle';
import type { ProofRejected } from '../proofs';

export type ConfirmBindingError = OnceRefusal | NotFound | ProofRejected | TransitionRefused;
export type CancelBindingError = OnceRefusal | NotFound | TransitionRefused;
