import { phases, type BindingState, type Hold } from '@bindery/card-lifecycle';
import { aProfile } from '../testing/builders';
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
const codes = (state: BindingState, rest: { restorableUntil?: Date; profile?: typeof bank } = {}) =>
  nextSteps({ state, deadline: null, restorableUntil: rest.restorableUntil ?? null }, rest.profile ?? bank, now).map(
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
      bound([], { state: 'UNKNOWN', operation: { id: 'o', kind: 'SUSPEND', deadline: later.toISOString() } }),
      ['WAIT_FOR_PROVIDER', 'SUSPEND', 'UNBIND'],
    ],
  ])('of a bound card that is %s', (_, state, expected) => expect(codes(state)).toEqual(expected));

  it('offers no suspension where holders may not suspend', () => {
    expect(codes(bound(), { profile: aProfile('seaside-bank', { suspend: { mode: 'NONE', by: [] } }) })).toEqual([
      'USE_CARD',
      'UNBIND',
    ]);
  });

  it('offers to restore only inside the window', () => {
    const state: BindingState = { phase: 'UNBOUND', holds: [], sync: { state: 'IN_SYNC' } };
    expect(codes(state, { restorableUntil: later })).toEqual(['RESTORE', 'REBIND']);
    expect(codes(state, { restorableUntil: now })).toEqual(['REBIND']);
  });
});
