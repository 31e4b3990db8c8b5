import type { EntityManager } from 'typeorm';
import { aBinding, aCard } from '../testing/builders';
import { asLocked, type BindingWithCard } from './locked-binding';
import type { Transitions } from './transitions';

const tx = {} as EntityManager;
const hold = { type: 'AddHold', actor: 'RISK', hold: { owner: 'RISK', reason: 'ODD', since: '' } } as const;

describe('a step', () => {
  it('compiles for a binding that is locked, and for none that was only read', async () => {
    const take = jest.fn(async (_tx, locked) => ({ ok: true as const, value: locked })) as Transitions['take'];
    const read: BindingWithCard = { binding: aBinding(), card: aCard() };
    // @ts-expect-error nobody has locked it
    await take(tx, read, hold, { channel: 'TIMER' });
    await take(tx, asLocked(read), hold, { channel: 'TIMER' });
    expect(take).toHaveBeenCalledTimes(2);
  });
});
