import type { HoldKey, Phase } from '@bindery/card-lifecycle';
import type { ProviderProfile } from '../catalogue/provider-profile.rules';
import type { StandingActivation } from '../activation/activation.rules';
import type { Binding } from '../lifecycle/binding.rules';
import { isRestorable, restoreTermsOf } from '../lifecycle/restore-window.rules';

/** How a card that is off comes back on its device, and what else becomes of one that is bound. Nothing stands here that the machine would refuse. */
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
  /** Whether it can be disputed that it came off, and until when. */
  readonly dispute: { readonly until: Date } | null;
  /** Whether another card of its provider can take the place of one that is bound. */
  readonly replace: boolean;
  /** Whether it is bound on another device than the one that asks, and a move would take it along. */
  readonly move: boolean;
  /** Until when it can be entered on the device that asks, where its holder has asked to move it there. */
  readonly enter: { readonly until: Date } | null;
  /** Whether a start can be confirmed: others that were confirmed meanwhile may have left no room at the provider. */
  readonly confirm: boolean;
  /** What its provider waits for its holder to do, where it said so. */
  readonly activation: StandingActivation | null;
  /** Whether its document expires soon or has, and a newer one can be brought. */
  readonly renew: boolean;
  /** What keeps a replaced card at its provider, and whether its holder can clear it here; null where nothing does. */
  readonly clear: { readonly here: boolean } | null;
  /** What still holds it of reports that its holder has taken back: lifted by resuming, without another proof. */
  readonly found: readonly HoldKey[];
}

export const nothingOffered: Offers = {
  restore: null,
  rebind: false,
  confirm: false,
  activation: null,
  dispute: null,
  replace: false,
  move: false,
  enter: null,
  renew: false,
  clear: null,
  found: [],
};

export interface OfferFacts {
  readonly disputeOpen: boolean;
  readonly slotFree: boolean;
  /** Whether its provider's limits leave room for one more. */
  readonly hasRoom: boolean;
  /** Whether nothing else would refuse to begin anew: no lock, limit or removed device. */
  readonly couldBind: boolean;
  /** Until when it can be disputed that it came off; null when it cannot. */
  readonly disputableUntil: Date | null;
}

/** Phases out of which a card comes back; in any other there is nothing of this to offer, whatever the facts. */
export const isOff = (phase: Phase): boolean => phase === 'UNBOUND' || phase === 'DECLINED' || phase === 'RETIRED';

/** A start is confirmed while it has room; any other phase but those of `isOff` has nothing of this. */
export const offersOfStart = (hasRoom: boolean): Offers => ({ ...nothingOffered, confirm: hasRoom });

/** Of a card that is bound. */
export const offersWhileBound = (can: Pick<Offers, 'replace' | 'move' | 'enter'>): Offers => ({
  ...nothingOffered,
  ...can,
});

export function offersOf(
  binding: Pick<Binding, 'state' | 'restorableUntil' | 'promisedRestore'>,
  policy: Pick<ProviderProfile, 'restore'>,
  { disputeOpen, slotFree, hasRoom, couldBind, disputableUntil }: OfferFacts,
  now: Date,
): Offers {
  const { state, restorableUntil } = binding;
  if (!isOff(state.phase)) return nothingOffered;
  const moment = { now, disputeOpen, slotFree };
  const comesBack = restorableUntil !== null && hasRoom && isRestorable(binding, policy, moment);
  const { strategy } = restoreTermsOf(binding, policy);
  return {
    ...nothingOffered,
    restore: comesBack ? { until: restorableUntil, extendedByDispute: disputeOpen, strategy } : null,
    rebind: slotFree && couldBind,
    dispute: disputableUntil && { until: disputableUntil },
  };
}
