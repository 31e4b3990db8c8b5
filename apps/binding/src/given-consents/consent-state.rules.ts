import { possibleTriggers, type BindingState } from '@bindery/card-lifecycle';
import { standsAlone, type ConsentPurpose } from '../consents/consent-purpose.rules';

/** IN_FORCE: its card is bound, or on the way there or back. ENDED: the card is off. WITHDRAWN: taken back. */
export const consentStates = ['IN_FORCE', 'ENDED', 'WITHDRAWN'] as const;
export type ConsentState = (typeof consentStates)[number];

export const consentStateOf = ({ phase }: Pick<BindingState, 'phase'>, withdrawnAt: Date | null): ConsentState => {
  if (withdrawnAt) return 'WITHDRAWN';
  return phase === 'UNBOUND' || phase === 'DECLINED' || phase === 'REPLACED' || phase === 'RETIRED'
    ? 'ENDED'
    : 'IN_FORCE';
};

/**
 * What taking a consent back comes to. A card that is on its way is given up. One that is bound costs a fee, doors, a window: that is told by a plan
 * and proved, so the holder unbinds it. Where the provider is just asked something, its answer comes first. Of a card that is off nothing goes on. What
 * was allowed beside the card is taken back at once and its provider is told; a loan that was opened is not undone by it.
 */
export type WithdrawalWay =
  'ALREADY_DONE' | 'TELL_PROVIDER' | 'OF_A_LOAN' | 'GIVE_UP' | 'UNBIND_FIRST' | 'WAIT' | 'NOTHING_GOES_ON';

export function decideWithdrawal(
  state: BindingState,
  withdrawnAt: Date | null,
  purpose: ConsentPurpose = 'BIND',
): WithdrawalWay {
  if (withdrawnAt) return 'ALREADY_DONE';
  if (purpose === 'LOAN') return 'OF_A_LOAN';
  if (consentStateOf(state, null) === 'ENDED') return 'NOTHING_GOES_ON';
  if (standsAlone(purpose)) return 'TELL_PROVIDER';
  const possible = possibleTriggers(state, 'HOLDER');
  if (possible.includes('Cancel')) return 'GIVE_UP';
  return possible.includes('RequestUnbind') ? 'UNBIND_FIRST' : 'WAIT';
}
