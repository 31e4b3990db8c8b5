import { actors, type Actor } from './actors';
import { phases, terminalPhases, type Phase } from './phases';
import type { BindingState } from './state';
import { expectedTransitions } from './testing/expected-transitions';
import { bound, hold, operation, pending, stateIn } from './testing/sample-states';
import { fittingTrigger } from './testing/sample-triggers';
import { possibleTriggers, transition } from './transition';
import { triggerTypes, type TriggerType } from './triggers/trigger';

const places: readonly (Phase | null)[] = [null, ...phases];
const frozen = hold('HOLDER', 'FROZEN');

/** BOUND has an operation in flight too, so that the provider's answers have something to answer. */
function sampleState(phase: Phase | null): BindingState | null {
  if (phase === 'BOUND') return bound([frozen], pending(operation('SUSPEND')));
  return phase && stateIn(phase, [frozen]);
}

/** The outcome by the hand-written list and the rules for refusals: "row → phase" or the kind of refusal. */
function expectedOutcome(phase: Phase | null, type: TriggerType, actor: Actor): string {
  if ((terminalPhases as readonly (Phase | null)[]).includes(phase)) return 'TERMINAL';
  const listed = expectedTransitions.find((entry) => entry.phase === (phase ?? '–') && entry.trigger === type);
  if (listed === undefined) return isAboutNothingOpen(phase, type) ? 'STALE_PROVIDER_MESSAGE' : 'NOT_POSSIBLE_IN_PHASE';
  if (listed.actors.includes(actor)) return `${listed.row} → ${listed.to}`;
  if (/Hold$/.test(type) && actor === 'HOLDER') return 'GUARD_FAILED';
  const speaksForAnotherOwner = ['PROVIDER', 'RISK', 'COMPLIANCE', 'SYSTEM'].includes(actor);
  return /Hold$/.test(type) && speaksForAnotherOwner ? 'NOT_HOLD_OWNER' : 'NOT_ALLOWED_FOR_ACTOR';
}

/** A message about an operation that is not open (any more); wishes for activation only answer a BIND. */
function isAboutNothingOpen(phase: Phase | null, type: TriggerType): boolean {
  if (phase === null || !/^Provider/.test(type)) return false;
  return type === 'ProviderWantsActivation' || phase === 'VERIFYING' || phase === 'IN_REVIEW' || phase === 'UNBOUND';
}

function outcome(phase: Phase | null, type: TriggerType, actor: Actor): string {
  const state = sampleState(phase);
  const result = transition(state, fittingTrigger(state, type, actor));
  return result.ok ? `${result.value.row} → ${result.value.to.phase}` : result.error.kind;
}

describe('the matrix of phase × trigger × actor', () => {
  it.each(places)('from %s does what the table says for every trigger and actor', (phase) => {
    const all = triggerTypes.flatMap((type) => actors.map((actor) => ({ type, actor })));
    const wrong = all
      .map(({ type, actor }) => ({
        type,
        actor,
        is: outcome(phase, type, actor),
        should: expectedOutcome(phase, type, actor),
      }))
      .filter(({ is, should }) => is !== should);
    expect(all).toHaveLength(21 * 9);
    expect(wrong).toEqual([]);
  });

  it('covers every line of the hand-written list and every row but the review variant', () => {
    expect(new Set(expectedTransitions.map(({ row }) => row))).toEqual(
      new Set([...Array(24).keys()].map((i) => i + 1).filter((row) => row !== 3)),
    );
    for (const { phase, trigger } of expectedTransitions) {
      expect([...phases, '–']).toContain(phase);
      expect(triggerTypes).toContain(trigger);
    }
  });

  it('goes to review by row 3 when provider or risk ask for it', () => {
    const facts = { reviewDeadline: '2026-01-03T00:00:00Z' };
    const result = transition(stateIn('VERIFYING'), fittingTrigger(null, 'RequirementsMet', 'HOLDER', facts));
    expect(result).toMatchObject({ ok: true, value: { row: 3, from: 'VERIFYING', to: { phase: 'IN_REVIEW' } } });
  });

  it.each(places)('names what each actor could do instead when it refuses from %s', (phase) => {
    const state = sampleState(phase);
    for (const actor of actors) {
      const listed = triggerTypes.filter((type) => /^\d|HOLD_OWNER/.test(expectedOutcome(phase, type, actor)));
      const possible = listed.filter((type) => type !== 'LiftHold' || actor === 'HOLDER');
      expect(possibleTriggers(state, actor)).toEqual(possible);
      const result = transition(state, fittingTrigger(state, 'Approve', actor, { reviewerIsHolder: true }));
      expect(result).toMatchObject({ ok: false, error: { phase, trigger: 'Approve', possible } });
    }
  });
});
