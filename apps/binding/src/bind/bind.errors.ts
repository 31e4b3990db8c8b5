import type { OnceRefusal } from '@bindery/persistence';
import type { NotFound, TransitionRefused } from '../lifecycle';
import type { ProofRejected } from '../proofs';
import type { BindingLimit } from './start/start-binding.errors';

export type ConfirmBindingError = OnceRefusal | NotFound | ProofRejected | TransitionRefused | BindingLimit;
export type CancelBindingError = OnceRefusal | NotFound | TransitionRefused;
