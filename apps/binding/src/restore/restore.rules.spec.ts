import { foreseeRestoreRefusal, phases, type Phase } from '@bindery/card-lifecycle';
import { windowAndPolicy } from '../lifecycle/restore-window.rules';
import { toRestoreObstacle } from './restore.rules';

const end = new Date('2026-04-06T00:00:00Z');
const after = new Date(end.getTime() + 1);
const reactivates = { restore: { strategy: 'REACTIVATE', windowDays: 95 } } as const;
const rebindOnly = { restore: { strategy: 'REBIND_ONLY', windowDays: null } } as const;

interface Look {
  readonly phase?: Phase;
  readonly restorableUntil?: Date | null;
  readonly policy?: typeof reactivates | typeof rebindOnly;
  readonly promised?: (typeof reactivates | typeof rebindOnly)['restore'];
  readonly now?: Date;
  readonly disputeOpen?: boolean;
  readonly slotFree?: boolean;
}

/** As a request with a good proof would find it; NONE: it would be taken. */
function obstacleOf({ phase = 'UNBOUND', restorableUntil = end, policy = reactivates, promised, ...moment }: Look) {
  const { now = end, disputeOpen = false, slotFree = true } = moment;
  const asked = windowAndPolicy({ restorableUntil, promisedRestore: promised ?? null }, policy, { now, disputeOpen });
  const refusal = foreseeRestoreRefusal({ phase, holds: [], sync: { state: 'IN_SYNC' } }, { ...asked, slotFree });
  return refusal ? toRestoreObstacle(refusal, asked) : 'NONE';
}

describe('what stands in the way of a restore', () => {
  it('is nothing up to the last moment of the window, that moment too', () => {
    expect(obstacleOf({})).toBe('NONE');
    expect(obstacleOf({ now: after })).toBe('WINDOW_OVER');
  });

  it('is nothing after it while a dispute is open, unless the window was never open', () => {
    const disputed = { now: after, disputeOpen: true };
    expect(obstacleOf(disputed)).toBe('NONE');
    expect(obstacleOf({ ...disputed, restorableUntil: null })).toBe('WINDOW_OVER');
    expect(obstacleOf({ ...disputed, phase: 'RETIRED' })).toBe('WINDOW_OVER');
  });

  it('goes by what was promised at the unbind, whatever the policy of today', () => {
    expect(obstacleOf({ policy: rebindOnly, promised: reactivates.restore })).toBe('NONE');
    expect(obstacleOf({ policy: rebindOnly, promised: reactivates.restore, now: after })).toBe('WINDOW_OVER');
    expect(obstacleOf({ promised: rebindOnly.restore, disputeOpen: true })).toBe('NOT_OFFERED');
  });

  it('goes by the policy of today where nothing was kept of a promise', () => {
    expect(obstacleOf({ policy: rebindOnly, disputeOpen: true })).toBe('NOT_OFFERED');
    expect(obstacleOf({ policy: rebindOnly, restorableUntil: null })).toBe('NOT_OFFERED');
    expect(obstacleOf({ policy: rebindOnly, phase: 'RETIRED' })).toBe('NOT_OFFERED');
  });

  it('is the card bound again, but that a window is over is told first', () => {
    expect(obstacleOf({ slotFree: false })).toBe('BOUND_AGAIN');
    expect(obstacleOf({ slotFree: false, now: after })).toBe('WINDOW_OVER');
  });

  it.each(phases.filter((phase) => phase !== 'UNBOUND' && phase !== 'RETIRED'))('is the phase itself in %s', (phase) =>
    expect(obstacleOf({ phase })).toBeNull(),
  );
});
