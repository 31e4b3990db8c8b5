import type { Id } from '@bindery/kernel';
import type { TransitionRefused } from '../../lifecycle';
import type { StartBindingError } from '../start/start-binding.errors';

/** Another card takes its place already, or has taken it. */
interface ReplacementUnderWay {
  readonly kind: 'REPLACEMENT_UNDER_WAY';
  readonly successorId: Id<'binding'>;
}

/** There is no card of plastic that another could take the place of. */
interface NotReplaceable {
  readonly kind: 'NOT_REPLACEABLE';
  readonly bindingId: Id<'binding'>;
  readonly cardKind: string;
}

export type ReplaceRefusal = ReplacementUnderWay | NotReplaceable | TransitionRefused;
export type ReplaceCardError = StartBindingError | ReplaceRefusal;
