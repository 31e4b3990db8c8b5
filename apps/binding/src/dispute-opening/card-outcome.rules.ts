import { isRevokedFor, type Dispute } from '../disputes/disputes.rules';
import type { Binding } from '../lifecycle/binding.rules';
import type { NextStep } from '../next-steps/next-steps.rules';
import { isOff } from '../next-steps/offers.rules';

export const cardOutcomes = ['COMES_BACK', 'IS_BACK', 'BIND_ANEW', 'IS_REVOKED', 'REPLACE', 'STAYS'] as const;
export type CardOutcome = (typeof cardOutcomes)[number];

/** What becomes of the card of an upheld dispute, as it stands now; null where none is upheld. `isRestorable`: its holder can put it back now. */
export function cardOutcomeOf(
  { about, state, actAt }: Pick<Dispute, 'about' | 'state' | 'actAt'>,
  { state: { phase }, unboundAt }: Pick<Binding, 'state' | 'unboundAt'>,
  isRestorable: boolean,
): CardOutcome | null {
  if (state === 'AWAITING_PROOF') return 'COMES_BACK';
  if (state !== 'UPHELD') return null;
  if (isRevokedFor(about)) return 'IS_REVOKED';
  // Whoever used it may still have its number.
  if (about === 'UNAUTHORISED_USE' && phase === 'BOUND') return 'REPLACE';
  if (about !== 'UNAUTHORISED_UNBIND') return 'STAYS';
  if (!isOff(phase)) return 'IS_BACK';
  // Taken back and taken off once more since: that was another act.
  if (unboundAt?.getTime() !== actAt.getTime()) return 'STAYS';
  return isRestorable ? 'COMES_BACK' : 'BIND_ANEW';
}

/** By which steps of its binding the holder does what the outcome says; of each list the first that can be done now. */
export const stepsOf: Readonly<Record<CardOutcome, readonly NextStep['code'][]>> = {
  COMES_BACK: ['RESTORE'],
  IS_BACK: [],
  BIND_ANEW: ['REBIND'],
  IS_REVOKED: [],
  // Where there is no card of plastic to replace: taken off, it is bound anew under another number.
  REPLACE: ['REPLACE', 'UNBIND'],
  STAYS: [],
};
