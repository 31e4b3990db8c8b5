import { decideHealing } from './healing';
import { livePhases, terminalPhases } from './phases';
import { isUsable } from './state';
import type { Sync } from './sync';
import { play, refusalOf } from './testing/play';
import { bound, diverged, hold, operation, pending, stateIn, synced, unknown } from './testing/sample-states';
import { fittingTrigger, trigger } from './testing/sample-triggers';

const risk = hold('RISK');
const suspend = operation('SUSPEND');
const changed = (sync: Sync, facts: { queried?: boolean; overdue?: boolean } = {}) =>
  trigger('SyncChanged', 'SYSTEM', { sync, queried: false, ...facts });

describe('a change of sync', () => {
  it.each(livePhases)('may find in %s that the views differ, and keeps the operation that is awaited', (phase) => {
    const state = stateIn(phase);
    const { to } = play(state, changed(diverged('ACTIVE', 'SUSPENDED')));
    expect(to).toEqual({
      ...state,
      sync: { ...diverged('ACTIVE', 'SUSPENDED'), ...(state.sync.operation && { operation: state.sync.operation }) },
    });
    expect(isUsable(to)).toBe(false);
  });

  it.each(terminalPhases)('is absorbed by %s', (phase) => {
    expect(refusalOf(stateIn(phase), changed(diverged('ABSENT', 'ACTIVE')))).toBe('TERMINAL');
  });

  it('keeps what the machine noted on the operation, whatever the caller hands back', () => {
    const revoking = play(bound(), trigger('Revoke', 'SYSTEM')).to;
    const { to } = play(revoking, changed(unknown(operation('UNBIND'))));
    expect(to.sync).toEqual(unknown({ ...operation('UNBIND'), revokes: true }));
  });

  it.each(['BINDING', 'AWAITING_ACTIVATION', 'UNBINDING', 'RESTORING'] as const)(
    'cannot end the wait of %s',
    (phase) => {
      expect(refusalOf(stateIn(phase), changed(synced, { queried: true }))).toBe('keepsOpenOperation');
      expect(refusalOf(stateIn(phase), changed(unknown(operation('SUSPEND', 'another'))))).toBe('keepsOpenOperation');
    },
  );

  it('lets the awaited answer still be taken after a timeout or a divergence', () => {
    const unbinding = stateIn('UNBINDING');
    for (const sync of [unknown(operation('UNBIND')), diverged('ABSENT', 'ACTIVE')]) {
      const doubtful = play(unbinding, changed(sync)).to;
      expect(play(doubtful, fittingTrigger(doubtful, 'ProviderConfirmed', 'PROVIDER')).to).toEqual(stateIn('UNBOUND'));
    }
  });

  it('sends the same operation again only after a query', () => {
    const unclear = { ...stateIn('UNBINDING'), sync: unknown(operation('UNBIND')) };
    const again = pending(operation('UNBIND'));
    expect(refusalOf(unclear, changed(again))).toBe('backedByQuery');
    const sent = play(unclear, changed(again, { queried: true }));
    expect(sent).toMatchObject({
      to: { sync: again },
      effects: [{ type: 'SendOperation', operation: operation('UNBIND') }],
    });
    expect(refusalOf(stateIn('UNBINDING'), changed(again, { queried: true }))).toBe('keepsOpenOperation');
  });

  it('settles only after a query', () => {
    const unclear = bound([risk], unknown(suspend));
    expect(refusalOf(unclear, changed(synced))).toBe('backedByQuery');
    expect(play(unclear, changed(synced, { queried: true })).to).toEqual(bound([risk]));
  });

  it('may tell the provider of holds with a SUSPEND and send nothing else of its own', () => {
    for (const sync of [synced, diverged('SUSPENDED', 'ACTIVE')]) {
      const told = play(bound([risk], sync), changed(pending(suspend)));
      expect(told.to.sync).toMatchObject({ state: 'PENDING', operation: suspend });
      expect(told.effects.map(({ type }) => type)).toEqual(['SendOperation']);
      expect(refusalOf(bound([risk], sync), changed(pending(operation('RESUME')), { queried: true }))).toBe(
        'keepsOpenOperation',
      );
    }
    for (const holds of [[], [hold('PROVIDER')]])
      expect(refusalOf(bound(holds), changed(pending(suspend)))).toBe('keepsOpenOperation');
    expect(refusalOf(bound([risk], unknown(suspend)), changed(pending(operation('SUSPEND', 'SUSPEND-2'))))).toBe(
      'keepsOpenOperation',
    );
    expect(refusalOf(stateIn('UNBOUND', [risk]), changed(pending(suspend)))).toBe('keepsOpenOperation');
  });

  it('asks about what is unknown and makes a case of what is overdue', () => {
    const { effects } = play(stateIn('RESTORING'), changed(unknown(operation('RESTORE')), { overdue: true }));
    expect(effects).toEqual([
      { type: 'QueryProvider', operation: operation('RESTORE') },
      { type: 'OpenCase', about: 'OVERDUE' },
    ]);
  });
});

describe('doubt', () => {
  it.each([
    [diverged('ACTIVE', 'SUSPENDED'), diverged('ACTIVE', 'SUSPENDED')],
    [unknown(operation('SUSPEND')), diverged('SUSPENDED', 'UNKNOWN')],
  ])('%j survives a refused unbinding', (before, after) => {
    const unbinding = play(bound([], before), fittingTrigger(bound(), 'RequestUnbind', 'HOLDER')).to;
    const back = play(unbinding, fittingTrigger(unbinding, 'ProviderRefused', 'PROVIDER'));
    expect(back.to).toEqual(bound([], after));
    expect(isUsable(back.to)).toBe(false);
  });

  it('survives a refused RESUME that was overtaken by an unbinding', () => {
    const asked = play(
      bound([risk], diverged('SUSPENDED', 'LOCKED')),
      trigger('LiftHold', 'RISK', { owner: 'RISK', reason: 'BECAUSE', operation: operation('RESUME') }),
    ).to;
    const unbinding = play(asked, fittingTrigger(asked, 'RequestUnbind', 'HOLDER')).to;
    expect(play(unbinding, fittingTrigger(unbinding, 'ProviderRefused', 'PROVIDER')).to).toEqual(
      bound([risk], diverged('SUSPENDED', 'LOCKED')),
    );
  });

  it('survives a refused restore', () => {
    const state = { ...stateIn('UNBOUND'), sync: diverged('ABSENT', 'ACTIVE') };
    const restoring = play(state, fittingTrigger(state, 'RequestRestore', 'HOLDER')).to;
    expect(play(restoring, fittingTrigger(restoring, 'ProviderRefused', 'PROVIDER')).to).toEqual(state);
  });
});

describe('healing', () => {
  it.each([
    ['ACTIVE', 'ABSENT', 'ADOPT_THEIRS'],
    ['SUSPENDED', 'ABSENT', 'ADOPT_THEIRS'],
    ['SUSPENDED', 'ACTIVE', 'REAPPLY_OURS'],
    ['ABSENT', 'ACTIVE', 'REAPPLY_OURS'],
    ['ABSENT', 'SUSPENDED', 'REAPPLY_OURS'],
    ['ACTIVE', 'SUSPENDED', 'CASE'],
    ['ACTIVE', 'LOCKED', 'CASE'],
    ['BOUND', 'ABSENT', 'CASE'],
    ['ACTIVE', 'ACTIVE', 'CASE'],
    ['ABSENT', 'ABSENT', 'CASE'],
  ])('of %s here and %s there: %s', (desired, observed, how) => {
    expect(decideHealing({ desired, observed })).toBe(how);
    const { effects } = play(bound([risk]), changed(diverged(desired, observed)));
    expect(effects).toEqual([
      how === 'CASE' ? { type: 'OpenCase', about: 'DIVERGED' } : { type: 'HealDivergence', how },
    ]);
  });
});
