import type { OnceRefusal } from '@bindery/persistence';
import type { NotFound, TransitionRefused } from '../lifecycle';

/** The provider's cards cannot be suspended by their holder. */
interface SuspendNotOffered {
  readonly kind: 'SUSPEND_NOT_OFFERED';
}

export type ResumeBindingError = OnceRefusal | NotFound | TransitionRefused;
export type SuspendBindingError = ResumeBindingError | SuspendNotOffered;
