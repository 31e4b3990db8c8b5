import { phases } from './phases';
import { foreseeRestoreRefusal } from './prospect';
import { stateIn } from './testing/sample-states';
import { trigger } from './testing/sample-triggers';
import { transition } from './transition';

const good = { withinWindow: true, policyAllows: true, slotFree: true };

describe('foreseeRestoreRefusal', () => {
  it.each(phases)('answers in %s as the request itself would, its proof being good', (phase) => {
    const taken = transition(stateIn(phase), trigger('RequestRestore', 'HOLDER', good));
    expect(foreseeRestoreRefusal(stateIn(phase), good)).toEqual(taken.ok ? null : taken.error);
    expect(taken.ok).toBe(phase === 'UNBOUND');
  });

  it.each(['withinWindow', 'policyAllows', 'slotFree'] as const)('names the guard %s', (guard) =>
    expect(foreseeRestoreRefusal(stateIn('UNBOUND'), { ...good, [guard]: false })).toMatchObject({
      kind: 'GUARD_FAILED',
      guard,
    }),
  );

  it('names the policy first: a window that was never open is not over', () =>
    expect(
      foreseeRestoreRefusal(stateIn('UNBOUND'), { withinWindow: false, policyAllows: false, slotFree: false }),
    ).toMatchObject({ guard: 'policyAllows' }));
});
