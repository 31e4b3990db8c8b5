import { foreseeRestoreRefusal, type RestoreProspect } from '@bindery/card-lifecycle';
import type { Binding } from './binding.rules';

/** How an unbound card comes back at its provider; REBIND_ONLY: not at all. */
export interface RestorePolicy {
  readonly restore: { readonly strategy: 'REACTIVATE' | 'REPROVISION' | 'REBIND_ONLY' };
}

export type WindowAndPolicy = Pick<RestoreProspect, 'withinWindow' | 'policyAllows'>;

/** What the guards of a restore ask of window and policy (requirement 12): the policy of today, whatever was promised at the unbind. */
export const windowAndPolicy = (
  { restorableUntil }: Pick<Binding, 'restorableUntil'>,
  { restore: { strategy } }: RestorePolicy,
  { now, disputeOpen }: { readonly now: Date; readonly disputeOpen: boolean },
): WindowAndPolicy => ({
  withinWindow: restorableUntil !== null && (now <= restorableUntil || disputeOpen),
  policyAllows: strategy !== 'REBIND_ONLY',
});

export interface RestoreMoment {
  readonly now: Date;
  readonly disputeOpen: boolean;
  readonly slotFree: boolean;
}

/** Whether a restore with a good proof would be taken. */
export const isRestorable = (
  binding: Pick<Binding, 'state' | 'restorableUntil'>,
  policy: RestorePolicy,
  moment: RestoreMoment,
): boolean =>
  foreseeRestoreRefusal(binding.state, {
    ...windowAndPolicy(binding, policy, moment),
    slotFree: moment.slotFree,
  }) === null;
