import type { Hold } from '@bindery/card-lifecycle';
import { isSameHold } from '@bindery/card-lifecycle';
import { cardLostHold } from '../lost/lost-hold.rules';

/** Whether the card of plastic still works while these hold the one that is bound: not where it is reported lost, its provider holds it, or it is disputed. A lost device is no lost card. */
export const physicalCardWorks = (holds: readonly Hold[]): boolean =>
  !holds.some((hold) => hold.owner === 'PROVIDER' || hold.owner === 'DISPUTE' || isSameHold(hold, cardLostHold));
