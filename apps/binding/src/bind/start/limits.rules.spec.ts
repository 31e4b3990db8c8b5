import { newId } from '@bindery/kernel';
import { leavesRoom } from './limits.rules';

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
});
