import { createNewest } from './newest';

describe('createNewest', () => {
  it('makes a value once while it is used', () => {
    const make = jest.fn(() => ({}));
    const newest = createNewest<object>(2);
    const first = newest.of('a', make);
    for (const other of ['b', 'c', 'd']) {
      newest.of(other, () => ({}));
      expect(newest.of('a', make)).toBe(first);
    }
    expect(make).toHaveBeenCalledTimes(1);
  });

  it('remembers so many and no more', () => {
    const newest = createNewest<number>(3);
    for (const key of ['a', 'b', 'c', 'd']) newest.of(key, () => 1);
    expect(['d', 'c', 'b', 'a'].map((key) => newest.of(key, () => 2))).toEqual([1, 1, 1, 2]);
  });
});
