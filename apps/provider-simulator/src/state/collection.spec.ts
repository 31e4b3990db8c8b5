import { createCollection } from './collection';
import type { Change } from './store';

const world = (loaded: [string, unknown][] = [], limit = 3) => {
  const changes: Change[] = [];
  return {
    changes,
    cards: createCollection<string>({ name: 'cards', limit, loaded, write: (change) => changes.push(change) }),
  };
};

describe('a collection', () => {
  it('lists the oldest first, keeps a record in its place, and forgets the oldest beyond its limit', () => {
    const { cards, changes } = world();
    for (const id of ['b', 'a', 'c']) cards.put(id, id);
    cards.put('b', 'B');
    expect(cards.all()).toEqual(['B', 'a', 'c']);
    cards.put('d', 'd');
    expect(cards.newestFirst()).toEqual(['d', 'c', 'a']);
    expect(changes.at(-1)).toEqual({ type: 'del', key: 'cards/000000000001' });
  });

  it('is the same again out of what was written, and goes on behind it', () => {
    const before = world();
    for (let index = 0; index < 12; index++) before.cards.put(`card-${index}`, String(index));
    before.cards.remove('card-10');
    const kept = new Map<string, unknown>([['others/000000000001', { id: 'x', record: 'x' }]]);
    for (const change of before.changes) {
      if (change.type === 'put') kept.set(change.key, change.value);
      else kept.delete(change.key);
    }
    const after = world([...kept].sort());
    expect(after.cards.all()).toEqual(['9', '11']);
    after.cards.put('new', 'new');
    expect(after.changes).toEqual([{ type: 'put', key: 'cards/000000000013', value: { id: 'new', record: 'new' } }]);
  });
});
