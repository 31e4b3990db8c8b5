import type { Phase } from '@bindery/card-lifecycle';
import type { ProviderProfile } from '../catalogue/provider-profile.rules';
import type { Binding } from '../lifecycle/binding.rules';
import { isRestorable } from '../lifecycle/restore-window.rules';

/** How a card that is off comes back on its device. Nothing stands here that the machine would refuse. */
export interface Offers {
  /** Null when it cannot be restored, whatever the reason. */
  readonly restore: {
    /** The end of its window. */
    readonly until: Date;
    /** An open dispute keeps it restorable past its window, for nobody knows how long. */
    readonly extendedByDispute: boolean;
    readonly strategy: ProviderProfile['restore']['strategy'];
  } | null;
  readonly rebind: boolean;
}

export const nothingOffered: Offers = { restore: null, rebind: false };

export interface OfferFacts {
  readonly disputeOpen: boolean;
  readonly slotFree: boolean;
  /** Whether nothing else would refuse to begin anew: no lock, limit or removed device. */
  readonly couldBind: boolean;
}

/** Phases out of which a card comes back; in any other there is nothing of this to offer, whatever the facts. */
export const isOff = (phase: Phase): boolean => phase === 'UNBOUND' || phase === 'DECLINED' || phase === 'RETIRED';

export function offersOf(
  { state, restorableUntil }: Pick<Binding, 'state' | 'restorableUntil'>,
  { restore }: Pick<ProviderProfile, 'restore'>,
  { disputeOpen, slotFree, couldBind }: OfferFacts,
  now: Date,
): Offers {
  if (!isOff(state.phase)) return nothingOffered;
  const moment = { now, disputeOpen, slotFree };
  const comesBack = restorableUntil !== null && isRestorable({ state, restorableUntil }, { restore }, moment);
  return {
    restore: comesBack ? { until: restorableUntil, extendedByDispute: disputeOpen, strategy: restore.strategy } : null,
    rebind: slotFree && couldBind,
  };
}
