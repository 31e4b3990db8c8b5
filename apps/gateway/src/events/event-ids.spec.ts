import { newId } from '@bindery/kernel';
import { toKeyRing } from '@bindery/trust';
import { createEventIds } from './event-ids';
import type { Position } from './position';

const key = (fill: number) => Buffer.alloc(32, fill).toString('base64');
const partitions = ['a/0', 'a/1', 'b/0'];
const [me, other] = [newId('account'), newId('account')];
const ids = createEventIds(toKeyRing({ k1: key(1) }), partitions);
const position: Position = {
  at: 1_700_000_000_000,
  offsets: new Map([
    ['a/1', 4711],
    ['b/0', 0],
  ]),
};

describe('the id of an event', () => {
  it('is opened by any gateway with the same keys, for the same account', () => {
    const elsewhere = createEventIds(toKeyRing({ k1: key(1) }), partitions);
    expect(elsewhere(me).open(ids(me).seal(position))).toEqual(position);
  });

  it('tells its holder nothing: neither by its length nor by being like another one', () => {
    const seal = (offsets: [string, number][], at = 1) => ids(me).seal({ at, offsets: new Map(offsets) });
    const sealed = [
      seal([]),
      seal([]),
      seal([['a/0', 1]]),
      seal(
        [
          ['a/0', 2 ** 50],
          ['a/1', 9],
          ['b/0', 9],
        ],
        2 ** 42,
      ),
    ];
    expect(new Set(sealed.map(({ length }) => length)).size).toBe(1);
    expect(new Set(sealed.map((id) => id.slice(0, 16))).size).toBe(4);
    const numbers = [4711, 1_700_000_000_000].flatMap((number) => [
      String(number),
      number.toString(36),
      number.toString(16),
    ]);
    const id = ids(me).seal(position);
    for (const text of [
      id,
      Buffer.from(id, 'base64url').toString('latin1'),
      Buffer.from(id, 'base64url').toString('hex'),
    ])
      for (const number of numbers) expect(text).not.toContain(number);
    expect(id).toMatch(/^[\w-]+$/);
  });

  it('serves nobody else', () => expect(ids(other).open(ids(me).seal(position))).toBeUndefined());

  it('is none with any character changed, cut off or added', () => {
    const id = ids(me).seal(position);
    for (let index = 0; index < id.length; index++) {
      const character = id[index] === '-' ? 'A' : '-';
      expect(ids(me).open(`${id.slice(0, index)}${character}${id.slice(index + 1)}`)).toBeUndefined();
      expect(ids(me).open(id.slice(0, index))).toBeUndefined();
    }
    for (const wrong of [`${id}=`, `${id} `, `${id}\n`, ` ${id}`, `${id}A`, id + id, '', '1', 'zzzzzzzz.0:zzzzzz'])
      expect(ids(me).open(wrong)).toBeUndefined();
    expect(ids(me).open(id)).toEqual(position);
  });

  it('outlives a change of keys for as long as its key is still there', () => {
    const id = ids(me).seal(position);
    const both = createEventIds(toKeyRing({ k2: key(2), k1: key(1) }), partitions);
    const next = createEventIds(toKeyRing({ k2: key(2) }), partitions);
    expect(both(me).open(id)).toEqual(position);
    expect(next(me).open(id)).toBeUndefined();
    expect(next(me).open(both(me).seal(position))).toEqual(position);
  });
});
