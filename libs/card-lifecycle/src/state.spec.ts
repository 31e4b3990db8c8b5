import { isTerminal, livePhases, phases, terminalPhases } from './phases';
import { isUsable, statuses, statusOf, type BindingState } from './state';
import { openOperation } from './sync';
import { bound, diverged, hold, operation, pending, stateIn, synced, unknown } from './testing/sample-states';

describe('usable', () => {
  it('is only what is BOUND, not held and not in doubt', () => {
    const syncs = [synced, pending(operation('RESUME')), unknown(operation('RESUME')), diverged('ACTIVE', 'SUSPENDED')];
    const all = phases.flatMap((phase) =>
      [[], [hold('RISK')]].flatMap((holds) => syncs.map((sync): BindingState => ({ phase, holds, sync }))),
    );
    expect(all.filter(isUsable)).toEqual([bound([], synced), bound([], pending(operation('RESUME')))]);
  });
});

describe('status', () => {
  it.each([
    [bound(), 'ACTIVE'],
    [bound([], pending(operation('RESUME'))), 'ACTIVE'],
    [bound([hold('HOLDER')]), 'SUSPENDED'],
    [bound([hold('HOLDER')], unknown(operation('SUSPEND'))), 'SUSPENDED'],
    [bound([hold('HOLDER'), hold('VALIDITY')]), 'EXPIRED'],
    [bound([hold('DOCUMENT')]), 'EXPIRED'],
    [bound([], unknown(operation('SUSPEND'))), 'BOUND'],
    [bound([], diverged('ACTIVE', 'ABSENT')), 'BOUND'],
    [stateIn('UNBINDING', [hold('VALIDITY')]), 'UNBINDING'],
  ])('of %j is %s', (state, status) => {
    expect(statusOf(state)).toBe(status);
    expect(statuses).toContain(status);
  });

  it('is the phase everywhere else', () => {
    for (const phase of phases.filter((name) => name !== 'BOUND')) expect(statusOf(stateIn(phase))).toBe(phase);
  });
});

describe('phases', () => {
  it('are either terminal or live', () => {
    expect(phases.filter(isTerminal)).toEqual(terminalPhases);
    expect(phases.filter((phase) => !isTerminal(phase))).toEqual(livePhases);
  });
});

describe('the open operation', () => {
  it('is that of any sync but IN_SYNC', () => {
    expect(openOperation(synced)).toBeUndefined();
    expect(openOperation(diverged('ACTIVE', 'ABSENT'))).toBeUndefined();
    for (const sync of [pending(operation('BIND')), unknown(operation('BIND'))])
      expect(openOperation(sync)).toEqual(operation('BIND'));
  });
});
