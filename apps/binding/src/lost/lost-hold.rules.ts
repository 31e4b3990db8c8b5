import { isSameHold, type Hold, type HoldKey } from '@bindery/card-lifecycle';

/** Laid on a card that its holder reports lost, and lifted by them with a proof. */
export const cardLostHold: HoldKey = { owner: 'HOLDER', reason: 'CARD_REPORTED_LOST' };

/** Laid on all that is bound on a device that its holder reports lost. */
export const deviceLostHold: HoldKey = { owner: 'DEVICE_LOST', reason: 'DEVICE_REPORTED_LOST' };

/** Whether a hold is there because something was reported lost. */
export const isLostHold = (hold: HoldKey): boolean =>
  isSameHold(hold, cardLostHold) || isSameHold(hold, deviceLostHold);

export const lostHoldOf = (holds: readonly Hold[]): Hold | undefined => holds.find(isLostHold);
