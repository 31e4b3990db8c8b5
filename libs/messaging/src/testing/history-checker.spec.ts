import { checkHistory, type Occurrence } from './history-checker';

const event = (key: string, sequence: number): Occurrence => ({ eventId: `${key}${sequence}`, key, sequence });
const written = [event('a', 1), event('a', 2), event('b', 1), event('a', 3)];
const good = { lost: [], doubled: [], outOfOrder: [] };

describe('checkHistory', () => {
  it('has nothing to say when each event was seen once, in order within its key', () => {
    expect(checkHistory(written, [event('b', 1), event('a', 1), event('a', 2), event('a', 3)])).toEqual(good);
  });

  it('names what was never seen', () => {
    expect(checkHistory(written, [event('b', 1), event('a', 1), event('a', 3)])).toEqual({
      ...good,
      lost: ['a2 (a: 2)'],
    });
  });

  it('names what was seen twice', () => {
    expect(checkHistory(written, [event('b', 1), event('b', 1), event('a', 1), event('a', 2), event('a', 3)])).toEqual({
      ...good,
      doubled: ['b1 2 times'],
    });
  });

  it('names what came after a later one of its key', () => {
    expect(checkHistory(written, [event('b', 1), event('a', 1), event('a', 3), event('a', 2)])).toEqual({
      ...good,
      outOfOrder: ['a: 2 after 3'],
    });
  });

  it('leaves out what others wrote', () => {
    expect(checkHistory([], [event('c', 9), event('c', 9)])).toEqual(good);
  });
});
