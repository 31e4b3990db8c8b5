import { isSameHold, voicesOf, type Actor, type Hold } from '@bindery/card-lifecycle';
import type { ProviderProfile } from '../catalogue/provider-profile.rules';
import { cardLostHold } from '../lost/lost-hold.rules';

/** Why a binding takes the place of another. */
export const successionKinds = ['REPLACEMENT', 'MOVE'] as const;
export type SuccessionKind = (typeof successionKinds)[number];

export const successionOutcomes = ['DONE', 'GIVEN_UP'] as const;
export type SuccessionOutcome = (typeof successionOutcomes)[number];

/** Why a card is replaced. */
export const replacementReasons = ['DAMAGED', 'LOST', 'STOLEN', 'EXPIRED'] as const;
export type ReplacementReason = (typeof replacementReasons)[number];

/** In other hands, perhaps: the old card is held at once and not only when the new one is bound. */
export const isOutOfHands = (reason: ReplacementReason): boolean => reason === 'LOST' || reason === 'STOLEN';

/**
 * The holds that go over to a successor: all but those of the old card's validity, of the old device, and that the old card is lost. Replacing a card
 * frees nobody. Of a dispute that is decided nobody would lift it any more: `disputed` are the matters that are open.
 */
export const inheritedHolds = (holds: readonly Hold[], disputed: ReadonlySet<string>): Hold[] =>
  holds.filter(
    (hold) =>
      hold.owner !== 'VALIDITY' &&
      hold.owner !== 'DEVICE_LOST' &&
      !isSameHold(hold, cardLostHold) &&
      (hold.owner !== 'DISPUTE' || disputed.has(hold.reason)),
  );

/** Whether loans go over to a successor; where they do not, one that runs keeps its binding from being followed. */
export const takesLoansAlong = (kind: SuccessionKind, { deviceMove }: Pick<ProviderProfile, 'deviceMove'>): boolean =>
  kind === 'MOVE' && deviceMove.carries.includes('LOANS');

/** Who lays a hold anew in the name of its owner. */
export const voiceOf = ({ owner }: Hold): Actor => voicesOf[owner][0];
