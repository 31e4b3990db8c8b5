import { createSeededRandom, pickOf } from './seeded-random';

describe('createSeededRandom', () => {
  const take = (seed: number) => {
    const random = createSeededRandom(seed);
    return Array.from({ length: 1_000 }, random);
  };

  it('says the same for the same seed and something else for another', () => {
    expect(take(7)).toEqual(take(7));
    expect(take(7)).not.toEqual(take(8));
  });

  it('stays between 0 and 1 and reaches every item', () => {
    expect(take(1).every((number) => number >= 0 && number < 1)).toBe(true);
    const random = createSeededRandom(3);
    expect(new Set(Array.from({ length: 200 }, () => pickOf(random, ['a', 'b', 'c'])))).toEqual(
      new Set(['a', 'b', 'c']),
    );
  });
});
