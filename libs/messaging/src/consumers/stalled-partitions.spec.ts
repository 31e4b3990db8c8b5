import { createStalledPartitions, stalledAfterMs } from './stalled-partitions';

const place = (offset: number, end: number, partition = 0) => ({
  topic: 'bindery.binding',
  partition,
  offset: String(offset),
  end: String(end),
});

describe('a partition that does not advance', () => {
  it('is one with something to read at which the group has stood for long', () => {
    const stalled = createStalledPartitions();
    stalled.look([place(5, 9), place(3, 3, 1), place(1, 9, 2)], 0);
    stalled.look([place(5, 20), place(3, 3, 1), place(2, 9, 2)], stalledAfterMs - 1);
    expect(stalled.list()).toEqual([]);
    stalled.look([place(5, 20), place(3, 3, 1), place(2, 9, 2)], stalledAfterMs);
    expect(stalled.list()).toEqual([{ topic: 'bindery.binding', partition: 0, forMs: stalledAfterMs, lag: 15 }]);
  });

  it('is none any more once it has advanced, however little', () => {
    const stalled = createStalledPartitions();
    stalled.look([place(5, 9)], 0);
    stalled.look([place(5, 9)], stalledAfterMs);
    expect(stalled.list()).toHaveLength(1);
    stalled.look([place(6, 9)], stalledAfterMs + 1);
    expect(stalled.list()).toEqual([]);
  });

  it('does not count the time in which there was nothing to read', () => {
    const stalled = createStalledPartitions();
    stalled.look([place(5, 5)], 0);
    stalled.look([place(5, 5)], 10 * stalledAfterMs);
    stalled.look([place(5, 6)], 10 * stalledAfterMs + 1);
    expect(stalled.list()).toEqual([]);
  });

  it('is not told of when nothing is seen of it', () => {
    const stalled = createStalledPartitions();
    stalled.look([place(5, 9)], 0);
    stalled.look([], stalledAfterMs);
    expect(stalled.list()).toEqual([]);
  });
});
