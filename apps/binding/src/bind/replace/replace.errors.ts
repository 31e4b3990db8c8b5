import type { Id } from '@bindery/kernel';
import type { TransitionRefused } from '../../lifecycle';
import type { StartBindingError } from '../start/start-binding.errors';

/** Another card takes its place already, or has taken it. */
interface ReplacementUnderWay {
  readonly kind: 'REPLACEMENT_UNDER_WAY';
  readonly successorId: Id<'binding'>;
}

export type ReplaceRefusal = ReplacementUnderWay | TransitionRefused;
export type ReplaceCardError = StartBindingError | ReplaceRefusal;
