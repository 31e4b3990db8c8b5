import { phases, type Phase } from '@bindery/card-lifecycle';
import { findRestoreObstacle } from './restore-obstacle.rules';

const end = new Date('2026-04-06T00:00:00Z');
const after = new Date(end.getTime() + 1);
const inPhase = (phase: Phase, restorableUntil: Date | null = end) => ({
  state: { phase, holds: [], sync: { state: 'IN_SYNC' as const } },
  restorableUntil,
});
const reactivates = { restore: { strategy: 'REACTIVATE' } } as const;
const rebindOnly = { restore: { strategy: 'REBIND_ONLY' } } as const;

describe('findRestoreObstacle', () => {
  it('finds none up to the last moment of the window, that moment too', () => {
    expect(findRestoreObstacle(inPhase('UNBOUND'), reactivates, { now: end, disputeOpen: false })).toBeNull();
    expect(findRestoreObstacle(inPhase('UNBOUND'), reactivates, { now: after, disputeOpen: false })).toBe(
      'WINDOW_OVER',
    );
  });

  it('finds none after it while a dispute is open, unless the window was never open', () => {
    const moment = { now: after, disputeOpen: true };
    expect(findRestoreObstacle(inPhase('UNBOUND'), reactivates, moment)).toBeNull();
    expect(findRestoreObstacle(inPhase('UNBOUND', null), reactivates, moment)).toBe('WINDOW_OVER');
    expect(findRestoreObstacle(inPhase('RETIRED'), reactivates, moment)).toBe('WINDOW_OVER');
  });

  it('goes by the policy of today, whatever was promised at the unbind', () => {
    expect(findRestoreObstacle(inPhase('UNBOUND'), rebindOnly, { now: end, disputeOpen: true })).toBe('NOT_OFFERED');
    expect(findRestoreObstacle(inPhase('RETIRED'), rebindOnly, { now: end, disputeOpen: false })).toBe('NOT_OFFERED');
  });

  it('finds the card bound again, and says that a window is over first', () => {
    const taken = { disputeOpen: false, slotFree: false };
    expect(findRestoreObstacle(inPhase('UNBOUND'), reactivates, { now: end, ...taken })).toBe('BOUND_AGAIN');
    expect(findRestoreObstacle(inPhase('UNBOUND'), reactivates, { now: after, ...taken })).toBe('WINDOW_OVER');
  });

  it.each(phases.filter((phase) => phase !== 'UNBOUND' && phase !== 'RETIRED'))(
    'has nothing to restore in %s',
    (phase) =>
      expect(findRestoreObstacle(inPhase(phase), reactivates, { now: end, disputeOpen: false })).toBe('NOT_UNBOUND'),
  );
});
