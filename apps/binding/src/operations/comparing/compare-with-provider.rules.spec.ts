import { newId } from '@bindery/kernel';
import type { BindingState, Hold, Phase } from '@bindery/card-lifecycle';
import { decideTrigger } from './compare-with-provider.rules';

const operation = { id: newId('operation'), kind: 'UNBIND', deadline: '2026-01-01T00:00:00.000Z' } as const;
const locked: Hold = { owner: 'HOLDER', reason: 'X', since: '2026-01-01T00:00:00.000Z' };
const state = (phase: Phase, holds: Hold[] = [], sync: BindingState['sync'] = { state: 'IN_SYNC' }) => ({
  state: { phase, holds, sync },
});

describe('what the provider’s view makes of a binding', () => {
  it('a card that is gone there is gone here', () => {
    expect(decideTrigger(state('BOUND'), 'ABSENT', true)).toMatchObject({
      type: 'RemovedElsewhere',
      confirmedByQuery: true,
    });
    expect(decideTrigger(state('UNBINDING', [], { state: 'UNKNOWN', operation }), 'ABSENT', true)).toMatchObject({
      type: 'ProviderSaysAbsent',
      operationId: operation.id,
    });
    expect(decideTrigger(state('UNBOUND'), 'ABSENT', true)).toBeUndefined();
  });

  it('a difference is named once', () => {
    expect(decideTrigger(state('BOUND', [locked]), 'ACTIVE', true)).toMatchObject({
      type: 'SyncChanged',
      sync: { state: 'DIVERGED', desired: 'SUSPENDED', observed: 'ACTIVE' },
    });
    expect(
      decideTrigger(
        state('BOUND', [locked], { state: 'DIVERGED', desired: 'SUSPENDED', observed: 'ACTIVE' }),
        'ACTIVE',
        true,
      ),
    ).toBeUndefined();
    expect(decideTrigger(state('BOUND'), 'SUSPENDED', true)).toMatchObject({
      sync: { state: 'DIVERGED', desired: 'ACTIVE', observed: 'SUSPENDED' },
    });
  });

  it('a provider that does not suspend has nothing to know of holds', () =>
    expect(decideTrigger(state('BOUND', [locked]), 'ACTIVE', false)).toBeUndefined());

  it('agreement ends a difference', () => {
    expect(
      decideTrigger(
        state('BOUND', [], { state: 'DIVERGED', desired: 'SUSPENDED', observed: 'ACTIVE' }),
        'ACTIVE',
        true,
      ),
    ).toMatchObject({ sync: { state: 'IN_SYNC' } });
  });

  it('says nothing while an answer is awaited', () =>
    expect(decideTrigger(state('BOUND', [], { state: 'PENDING', operation }), 'SUSPENDED', true)).toBeUndefined());
});
