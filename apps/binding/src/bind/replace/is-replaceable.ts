import type { Binding } from '../../lifecycle';
import { cardKindOf } from '../../providers';

/** Whether another card can take the place of this one: it is bound, and there is a card of plastic that can be damaged, lost or expire. */
export const isReplaceable = ({ kind, state }: Pick<Binding, 'kind' | 'state'>): boolean =>
  state.phase === 'BOUND' && cardKindOf(kind).hasPhysicalCard === true;
