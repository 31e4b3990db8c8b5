import { fairShare } from './fair-share';

describe('fairShare', () => {
  it('gives every partition to exactly one member, in shares that differ by one at most', () => {
    for (const partitions of [1, 6, 12])
      for (const count of [1, 2, 3, 4, 6, 7])
        for (const rotation of [0, 1, 5]) {
          const members = Array.from({ length: count }, (_, index) => 1_000 - 7 * index);
          const shares = members.map((member) => fairShare(partitions, members, member, rotation));
          expect(shares.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: partitions }, (_, index) => index));
          const sizes = shares.map(({ length }) => length);
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        }
  });

  it('does not depend on the order in which the members are seen', () => {
    expect(fairShare(6, [5, 3, 9], 3, 2)).toEqual(fairShare(6, [9, 5, 3], 3, 2));
  });

  it('gives nothing to who is not among the members', () => {
    expect(fairShare(6, [1, 2], 3, 0)).toEqual([]);
  });
});
