import { foreseeRestoreRefusal, type RestoreProspect } from '@bindery/card-lifecycle';
import type { Binding } from './binding.rules';
import type { RestorePolicy, RestoreTerms } from './restore-terms.rules';

/** What was granted when the card was taken off; what its provider grants to others meanwhile changes nothing of it. */
export const restoreTermsOf = (
  { promisedRestore }: Pick<Binding, 'promisedRestore'>,
  { restore }: RestorePolicy,
): RestoreTerms => promisedRestore ?? restore;

export type WindowAndPolicy = Pick<RestoreProspect, 'withinWindow' | 'policyAllows'>;

/** What the guards of a restore ask of window and policy (requirement 12): as was promised at the unbind. */
export const windowAndPolicy = (
  binding: Pick<Binding, 'restorableUntil' | 'promisedRestore'>,
  policy: RestorePolicy,
  { now, disputeOpen }: { readonly now: Date; readonly disputeOpen: boolean },
): WindowAndPolicy => ({
  withinWindow: binding.restorableUntil !== null && (now <= binding.restorableUntil || disputeOpen),
  policyAllows: restoreTermsOf(binding, policy).strategy !== 'REBIND_ONLY',
});

export interface RestoreMoment {
  readonly now: Date;
  readonly disputeOpen: boolean;
  readonly slotFree: boolean;
}

/** Whether a restore with a good proof would be taken. */
export const isRestorable = (
  binding: Pick<Binding, 'state' | 'restorableUntil' | 'promisedRestore'>,
  policy: RestorePolicy,
  moment: RestoreMoment,
): boolean =>
  foreseeRestoreRefusal(binding.state, {
    ...windowAndPolicy(binding, policy, moment),
    slotFree: moment.slotFree,
  }) === null;
