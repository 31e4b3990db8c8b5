import { newId } from '@bindery/kernel';
import * as machine from '@bindery/card-lifecycle';
import { bindingPhases, bindingStatuses, holdOwners, sync, syncStates } from './binding-state';

describe('the words of binding events', () => {
  it('are those of the card machine', () => {
    expect([...bindingPhases]).toEqual([...machine.phases]);
    expect([...bindingStatuses]).toEqual([...machine.statuses]);
    expect([...holdOwners]).toEqual([...machine.holdOwners]);
    expect([...syncStates]).toEqual([...machine.syncStates]);
  });

  it('tell the sync of the machine in full', () => {
    const state: machine.Sync = {
      state: 'DIVERGED',
      desired: 'ABSENT',
      observed: 'ACTIVE',
      operation: {
        id: newId('operation'),
        kind: 'RESUME',
        deadline: '2026-01-01T00:00:00.000Z',
        lifts: { owner: 'HOLDER', reason: 'LOST_FOR_NOW' },
        doubt: { desired: 'ACTIVE', observed: 'SUSPENDED' },
      },
    };
    expect(sync.parse(state)).toEqual(state);
  });
});
