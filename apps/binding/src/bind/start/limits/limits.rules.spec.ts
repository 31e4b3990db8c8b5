import type { Phase } from '@bindery/card-lifecycle';
import { newId } from '@bindery/kernel';
import { leavesRoom, yieldedTo } from './limits.rules';

describe('room for another binding', () => {
  const one = newId('device');
  const other = newId('device');
  const taken = [
    { provider: 'bank', deviceId: one, count: 2 },
    { provider: 'bank', deviceId: other, count: 1 },
    { provider: 'doors', deviceId: one, count: 9 },
  ];
  const room = (perAccount: number | null, perDevice: number | null) =>
    leavesRoom(taken, { provider: 'bank', deviceId: one }, { limits: { perAccount, perDevice } });

  it('is counted at its provider, over all devices and on its own', () => {
    expect(room(null, null)).toBe(true);
    expect([room(4, null), room(3, null)]).toEqual([true, false]);
    expect([room(null, 3), room(null, 2)]).toEqual([true, false]);
    expect(leavesRoom([], { provider: 'bank', deviceId: one }, { limits: { perAccount: 1, perDevice: 1 } })).toBe(true);
  });

  it('is where one gives its place to another: to this start, or to one that is confirmed', () => {
    const at = (phase: Phase) => ({
      id: newId('binding'),
      provider: 'bank',
      deviceId: one,
      state: { phase, holds: [], sync: { state: 'IN_SYNC' } as const },
    });
    const [old, start, confirmed] = [at('BOUND'), at('VERIFYING'), at('BINDING')];
    const toStart = { old, successor: start };
    expect(yieldedTo(start.id, [toStart])).toEqual([old]);
    expect(yieldedTo(newId('binding'), [toStart])).toEqual([]);
    expect(yieldedTo(undefined, [{ old, successor: confirmed }])).toEqual([old]);
    expect(yieldedTo(start.id, [{ old: at('UNBOUND'), successor: start }])).toEqual([]);
    const two = [{ provider: 'bank', deviceId: one, count: 2 }];
    const full = { limits: { perAccount: 2, perDevice: null } };
    expect(leavesRoom(two, start, full)).toBe(false);
    expect(leavesRoom(two, start, full, yieldedTo(start.id, [toStart]))).toBe(true);
  });
});
