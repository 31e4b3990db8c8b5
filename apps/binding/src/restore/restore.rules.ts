import type { GuardName, Refusal } from '@bindery/card-lifecycle';
import type { WindowAndPolicy } from '../lifecycle/restore-window.rules';

export const restoreObstacles = ['NOT_OFFERED', 'WINDOW_OVER', 'BOUND_AGAIN'] as const;
export type RestoreObstacle = (typeof restoreObstacles)[number];

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
