import { newId } from '@bindery/kernel';
import { before, lastOfEach } from './burst';
import type { Change } from './change';
import { isAfter } from './position';
import type { KeptChange } from './recent-changes';

const accountId = newId('account');
const place = (partition: string, offset: number, ...changes: [Change['kind'], string][]): KeptChange => ({
  partition,
  offset,
  readAt: 1,
  eventId: newId('event'),
  accountId,
  changes: changes.map(([kind, id]) => ({ kind, id })),
  at: `${offset}`,
});
const told = (changes: readonly KeptChange[]) =>
  changes.map(({ offset, changes: of }) => [offset, ...of.map(({ kind, id }) => `${kind} ${id}`)]);

describe('changes that come together', () => {
  it('are told once for each thing, where it changed last', () => {
    const burst = [
      place('b/0', 1, ['CARD', 'a'], ['WAITING', 'w']),
      place('b/0', 2, ['CARD', 'a']),
      place('n/0', 3, ['INBOX', 'i']),
      place('b/0', 4, ['CARD', 'a'], ['CARD', 'b']),
      place('n/0', 5, ['INBOX', 'i']),
      place('b/1', 6, ['USAGE', 'a']),
    ];
    expect(told(lastOfEach(burst))).toEqual([
      [1, 'WAITING w'],
      [4, 'CARD a', 'CARD b'],
      [5, 'INBOX i'],
      [6, 'USAGE a'],
    ]);
    expect(lastOfEach([])).toEqual([]);
  });

  it('name a thing once though one event names it twice', () =>
    expect(told(lastOfEach([place('b/0', 1, ['CARD', 'a'], ['CARD', 'a'])])).flat()).toHaveLength(2));

  it('come all after the position before them', () => {
    const burst = [place('b/0', 7), place('b/0', 9), place('n/0', 0), place('x/0', 3)];
    const at = {
      at: 5,
      offsets: new Map([
        ['b/0', 12],
        ['n/0', 4],
        ['o/0', 6],
      ]),
    };
    const position = before(at, burst);
    expect(position).toEqual({
      at: 5,
      offsets: new Map([
        ['b/0', 6],
        ['o/0', 6],
      ]),
    });
    expect(burst.every((change) => isAfter(change, position))).toBe(true);
  });
});
