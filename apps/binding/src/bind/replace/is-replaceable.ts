import type { Binding } from '../../lifecycle';
import { cardKindOf } from '../../providers';

/** Whether there is a card of plastic that can be damaged, lost or expire; any other kind is never replaced. */
export const isReplacedKind = ({ kind }: Pick<Binding, 'kind'>): boolean => cardKindOf(kind).hasPhysicalCard === true;

/** Whether another card can take the place of this one now. */
export const isReplaceable = (binding: Pick<Binding, 'kind' | 'state'>): boolean =>
  binding.state.phase === 'BOUND' && isReplacedKind(binding);
