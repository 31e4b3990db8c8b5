import { newId } from '@bindery/kernel';
import { phases, type BindingState, type Hold } from '@bindery/card-lifecycle';
import { toBindingType } from '../cards/binding.mapper';
import { aBinding, aCard, aProfile } from '../testing/builders';
import { nextSteps } from './next-steps.rules';

const now = new Date('2026-01-01T00:00:00Z');
const later = new Date('2026-01-02T00:00:00Z');
const bank = aProfile('seaside-bank');
const bound = (holds: Hold[] = [], sync: BindingState['sync'] = { state: 'IN_SYNC' }): BindingState => ({
  phase: 'BOUND',
  holds,
  sync,
});
const hold = (owner: Hold['owner']): Hold => ({ owner, reason: 'X', since: now.toISOString() });
const codes = (state: BindingState, rest: { restorable?: { until: Date }; profile?: typeof bank } = {}) =>
  nextSteps({ state, deadline: null, restorable: rest.restorable ?? null }, rest.profile ?? bank, now).map(
    ({ code }) => code,
  );

describe('nextSteps', () => {
  it('answers something in every phase but REPLACED', () => {
    for (const phase of phases)
      expect(codes({ phase, holds: [], sync: { state: 'IN_SYNC' } }).length > 0).toBe(phase !== 'REPLACED');
  });

  it.each([
    ['usable', bound(), ['USE_CARD', 'SUSPEND', 'UNBIND']],
    ['suspended by its holder', bound([hold('HOLDER')]), ['RESUME', 'UNBIND']],
    ['expired', bound([hold('VALIDITY')]), ['RENEW', 'SUSPEND', 'UNBIND']],
    ['blocked by others', bound([hold('RISK')]), ['CONTACT_SUPPORT', 'SUSPEND', 'UNBIND']],
    [
      'in doubt',
      bound([], {
        state: 'UNKNOWN',
        operation: { id: newId('operation'), kind: 'SUSPEND', deadline: later.toISOString() },
      }),
      ['WAIT_FOR_PROVIDER', 'SUSPEND', 'UNBIND'],
    ],
  ])('of a bound card that is %s', (_, state, expected) => expect(codes(state)).toEqual(expected));

  it('offers no suspension where holders may not suspend', () => {
    expect(codes(bound(), { profile: aProfile('seaside-bank', { suspend: { mode: 'NONE', by: [] } }) })).toEqual([
      'USE_CARD',
      'UNBIND',
    ]);
  });

  /** As the resolver asks: by what the binding shows as `restorable`. */
  const whenUnbound = ({ restorableUntil = later, at = now, disputeOpen = false, profile = bank }) => {
    const unbound = { state: { phase: 'UNBOUND', holds: [], sync: { state: 'IN_SYNC' } }, restorableUntil } as const;
    const { restorable } = toBindingType(aBinding(aCard(), unbound), profile, { now: at, disputeOpen });
    return { restorable, steps: nextSteps({ state: unbound.state, deadline: null, restorable }, profile, at) };
  };
  const rebind = { code: 'REBIND' };

  it('offers to restore while a request would be taken: to the very end of the window', () => {
    for (const at of [now, later])
      expect(whenUnbound({ at })).toEqual({
        restorable: { until: later, strategy: 'REACTIVATE' },
        steps: [{ code: 'RESTORE', until: later }, rebind],
      });
  });

  it('shows nothing to restore once the window is over, even before the binding is retired', () => {
    expect(whenUnbound({ restorableUntil: now, at: later })).toEqual({ restorable: null, steps: [rebind] });
  });

  it('offers to restore after the window while a dispute is open, with no date', () => {
    expect(whenUnbound({ restorableUntil: now, at: later, disputeOpen: true })).toEqual({
      restorable: { until: now, strategy: 'REACTIVATE' },
      steps: [{ code: 'RESTORE' }, rebind],
    });
  });

  it('does not offer what the provider has ceased to do since the unbind', () => {
    const profile = aProfile('seaside-bank', { restore: { strategy: 'REBIND_ONLY', windowDays: null } });
    expect(whenUnbound({ profile })).toEqual({ restorable: null, steps: [rebind] });
  });
});
