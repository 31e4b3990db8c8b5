import type { Id } from '@bindery/kernel';
import type { Binding } from '../../lifecycle/binding.rules';
import type { Phase } from '@bindery/card-lifecycle';

/** The earlier binding that a new one comes after. */
export interface Follows {
  readonly bindingId: Id<'binding'>;
  /** It is bound still and gives way, so that it does not count against limits; else it is off. */
  readonly isBound: boolean;
}

const offPhases: readonly Phase[] = ['UNBOUND', 'DECLINED', 'RETIRED'];

/**
 * Whether a new binding at a provider can come after an earlier one of the account: of the same provider, and off, or bound where it gives way. What
 * is begun is newer than all that is there, so no circle can come of it.
 */
export const canFollow = (
  { provider, state }: Pick<Binding, 'provider' | 'state'>,
  ofNew: string,
  { isBound }: Pick<Follows, 'isBound'>,
): boolean => provider === ofNew && (isBound ? state.phase === 'BOUND' : offPhases.includes(state.phase));
