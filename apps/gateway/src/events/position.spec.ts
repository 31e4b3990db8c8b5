import fc from 'fast-check';
import { advance, farthest, isAfter, readPosition, windowMs, writePosition } from './position';

const partitions = ['a/0', 'a/1', 'b/0'];
const offsets = (...pairs: [string, number][]) => new Map(pairs);

describe('a position', () => {
  it('reads as it was written, whatever is known', () => {
    const known = fc.dictionary(fc.constantFrom(...partitions), fc.nat(Number.MAX_SAFE_INTEGER));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4e12 }), known, (at, record) => {
        const position = { at, offsets: new Map(Object.entries(record)) };
        const read = readPosition(writePosition(position, partitions), partitions);
        expect(read?.at).toBe(at);
        expect([...(read?.offsets ?? [])].sort()).toEqual([...position.offsets].sort());
      }),
    );
  });

  it('is as long whatever it says, and is not read from anything of another length', () => {
    const bytes = writePosition({ at: 1, offsets: offsets() }, partitions);
    expect(writePosition({ at: 4e12, offsets: offsets(['a/0', 2 ** 53 - 1]) }, partitions)).toHaveLength(bytes.length);
    for (const wrong of [Buffer.alloc(0), bytes.subarray(1), Buffer.concat([bytes, Buffer.alloc(1)])])
      expect(readPosition(wrong, partitions)).toBeUndefined();
  });

  it('is before what follows in a partition, and not before what was told', () => {
    const position = { at: 1_000, offsets: offsets(['a/0', 7]) };
    const place = (offset: number) => ({ partition: 'a/0', offset, readAt: 0 });
    expect([6, 7, 8].map((offset) => isAfter(place(offset), position))).toEqual([false, false, true]);
    expect(isAfter(place(8), advance(position, place(8)))).toBe(false);
  });

  it('and another together are as far as either has come', () => {
    const together = farthest(
      { at: 5, offsets: offsets(['a/0', 7], ['a/1', 1]) },
      { at: 9, offsets: offsets(['a/0', 3], ['b/0', 2]) },
    );
    expect(together).toEqual({ at: 5, offsets: offsets(['a/0', 7], ['a/1', 1], ['b/0', 2]) });
  });

  it('is before all that was read of a partition that had nothing in the window', () => {
    const position = { at: windowMs * 2, offsets: offsets() };
    expect(isAfter({ partition: 'a/0', offset: 1, readAt: windowMs }, position)).toBe(false);
    expect(isAfter({ partition: 'a/0', offset: 1, readAt: windowMs + 1 }, position)).toBe(true);
  });
});
