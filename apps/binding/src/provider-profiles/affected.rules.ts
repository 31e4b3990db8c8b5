import type { Phase } from '@bindery/card-lifecycle';
import type { ProfileAspect } from '../catalogue/provider-version.rules';

/** On, or on the way there: an unbind is still to come. */
const toBeUnbound: readonly Phase[] = [
  'VERIFYING',
  'IN_REVIEW',
  'BINDING',
  'AWAITING_ACTIVATION',
  'BOUND',
  'RESTORING',
];
const alive: readonly Phase[] = [...toBeUnbound, 'UNBINDING', 'UNBOUND'];

/**
 * In which phases a binding meets what has changed, sooner or later. What was promised is kept: an unbind under way has the fee and the window of its
 * plan, and a card that is off the window it was given, so neither is among them. Those over a new limit are counted, not found by phase.
 */
const phasesOf: Readonly<Record<ProfileAspect, readonly Phase[]>> = {
  SHOWN: alive,
  TERMS: toBeUnbound,
  SUSPEND: toBeUnbound,
  RESTORE: toBeUnbound,
  TIMES: alive,
  FEE: toBeUnbound,
  OBLIGATIONS: toBeUnbound,
  BIND_PROOF: ['VERIFYING'],
  UNBIND_PROOF: toBeUnbound,
  RESTORE_PROOF: ['UNBINDING', 'UNBOUND'],
  LIMITS: [],
  SIGNALS: alive,
  OFFLINE: toBeUnbound,
  DEVICE_MOVE: toBeUnbound,
  CONNECTION: alive,
};

/** What of a plan that is quoted would not hold any more. */
const inPlans: readonly ProfileAspect[] = ['RESTORE', 'FEE', 'OBLIGATIONS', 'UNBIND_PROOF', 'OFFLINE'];

export const changesPlans = (aspects: readonly ProfileAspect[]): boolean =>
  aspects.some((aspect) => inPlans.includes(aspect));

/** The phases that any of these is met in. */
export const phasesMeeting = (aspects: readonly ProfileAspect[]): Phase[] =>
  alive.filter((phase) => aspects.some((aspect) => phasesOf[aspect].includes(phase)));

export interface AspectEffect {
  readonly aspect: ProfileAspect;
  readonly bindingCount: number;
  readonly byPhase: readonly { readonly phase: Phase; readonly bindingCount: number }[];
}

/** How many bindings meet each change, by phase; `beyond`: how many there are more than the new limits allow. */
export const countEffects = (
  aspects: readonly ProfileAspect[],
  counts: ReadonlyMap<Phase, number>,
  beyond: number,
): AspectEffect[] =>
  aspects.map((aspect) => {
    const byPhase = phasesOf[aspect].flatMap((phase) => {
      const bindingCount = counts.get(phase) ?? 0;
      return bindingCount > 0 ? [{ phase, bindingCount }] : [];
    });
    const met = byPhase.reduce((sum, { bindingCount }) => sum + bindingCount, 0);
    return { aspect, bindingCount: aspect === 'LIMITS' ? beyond : met, byPhase };
  });
