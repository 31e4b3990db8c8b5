import { isRevokedFor, type Dispute } from '../disputes/disputes.rules';
import type { Binding } from '../lifecycle/binding.rules';
import { isOff } from '../next-steps/offers.rules';

export const cardOutcomes = ['COMES_BACK', 'IS_BACK', 'BIND_ANEW', 'IS_REVOKED', 'STAYS'] as const;
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
  if (about !== 'UNAUTHORISED_UNBIND') return 'STAYS';
  if (!isOff(phase)) return 'IS_BACK';
  // Taken back and taken off once more since: that was another act.
  if (unboundAt?.getTime() !== actAt.getTime()) return 'STAYS';
  return isRestorable ? 'COMES_BACK' : 'BIND_ANEW';
}
