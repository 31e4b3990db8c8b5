import type { WorldMemory } from '@bindery/simulated-world';
import { judgeWorld } from './world';

const own = '+8613700000001';
const other = '+8613900000002';
const memoryOf = (...messages: readonly (readonly [to: string, text: string])[]): WorldMemory => ({
  credentials: [],
  operations: [],
  messages: messages.map(([to, text]) => ({ channel: 'SMS', to, text })),
});
const judged = (memory: WorldMemory) => judgeWorld(async () => [], memory, new Set([own]));

describe('who was told what', () => {
  it('names what a holder of the run was told twice, once for each time too many', async () => {
    const said = await judged(memoryOf([own, 'Card bound.'], [own, 'Card unbound.'], [own, 'Card bound.']));
    expect(said).toEqual(['+86137… was told twice: Card bound.']);
  });

  it('makes nothing of a person beside the run who did the same thing twice', async () =>
    expect(await judged(memoryOf([other, 'Card bound.'], [other, 'Card bound.'], [own, 'Card bound.']))).toEqual([]));

  it.each(['Somebody signed in to your account on a new device at 10:00.', 'Your card was bound on Dec 1, 10:00.'])(
    'takes two of the same within a minute for two, and no third: %s',
    async (text) => {
      expect(await judged(memoryOf([own, text], [own, text]))).toEqual([]);
      expect(await judged(memoryOf([own, text], [own, text], [own, text]))).toHaveLength(1);
    },
  );
});
