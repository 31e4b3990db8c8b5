import type { GuardName, Refusal, RestoreProspect } from '@bindery/card-lifecycle';
import type { Binding } from '../lifecycle/binding.rules';

/** How an unbound card comes back at its provider; REBIND_ONLY: not at all. */
interface RestorePolicy {
  readonly restore: { readonly strategy: 'REACTIVATE' | 'REPROVISION' | 'REBIND_ONLY' };
}

type WindowAndPolicy = Pick<RestoreProspect, 'withinWindow' | 'policyAllows'>;

/** What the guards of a restore ask of window and policy (requirement 12): the policy of today, whatever was promised at the unbind. */
export const windowAndPolicy = (
  { restorableUntil }: Pick<Binding, 'restorableUntil'>,
  { restore: { strategy } }: RestorePolicy,
  { now, disputeOpen }: { readonly now: Date; readonly disputeOpen: boolean },
): WindowAndPolicy => ({
  withinWindow: restorableUntil !== null && (now <= restorableUntil || disputeOpen),
  policyAllows: strategy !== 'REBIND_ONLY',
});

export type RestoreObstacle = 'NOT_OFFERED' | 'WINDOW_OVER' | 'BOUND_AGAIN';

const obstacles: Readonly<Partial<Record<GuardName, RestoreObstacle>>> = {
  policyAllows: 'NOT_OFFERED',
  withinWindow: 'WINDOW_OVER',
  slotFree: 'BOUND_AGAIN',
};

/** What stands in the way of a restore by the machine's refusal; null when that is its phase or its proof. */
export function toRestoreObstacle(
  { phase, guard }: Pick<Refusal, 'phase' | 'guard'>,
  { policyAllows }: WindowAndPolicy,
): RestoreObstacle | null {
  // A retired binding is over, but what its holder wants to hear is why it cannot come back.
  if (phase === 'RETIRED') return policyAllows ? 'WINDOW_OVER' : 'NOT_OFFERED';
  return (guard && obstacles[guard]) ?? null;
}
