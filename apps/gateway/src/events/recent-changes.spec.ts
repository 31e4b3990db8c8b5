import { newId, type Id } from '@bindery/kernel';
import { windowMs } from './position';
import { createRecentChanges, type KeptChange } from './recent-changes';

const [me, other, nobody] = [newId('account'), newId('account'), newId('account')];

describe('the changes of the last minutes', () => {
  let now: number;
  let count: number;
  beforeEach(() => {
    [now, count] = [windowMs * 2, 0];
  });

  const newRecent = (keptMax = 100, from = now - windowMs) => createRecentChanges({ from, keptMax, now: () => now });
  const change = (accountId: Id<'account'>, partition = 'a/0'): KeptChange => {
    count += 1;
    return { accountId, partition, offset: count, readAt: now, eventId: newId('event'), changes: [], at: `${count}` };
  };
  function put(recent: ReturnType<typeof newRecent>, ...changes: readonly KeptChange[]): void {
    for (const each of changes) {
      recent.pass(each);
      recent.keep(each);
    }
  }
  const data = (changes: readonly KeptChange[] | undefined) => changes?.map((each) => each.at);

  it('tell an account what came after a position, in order and nothing of others', () => {
    const recent = newRecent();
    put(recent, change(me), change(other));
    const position = recent.position();
    put(recent, change(me, 'b/0'), change(other), change(me));
    expect(data(recent.since(me, position))).toEqual(['3', '5']);
    expect(data(recent.since(me, recent.position()))).toEqual([]);
    expect(data(recent.since(nobody, position))).toEqual([]);
  });

  it('tell another process’s position exactly, though it read the partitions in another order', () => {
    const [first, second, third] = [change(me, 'a/0'), change(me, 'b/0'), change(me, 'a/0')];
    const [one, another] = [newRecent(), newRecent()];
    put(one, second, first);
    put(another, first, third, second);
    expect(data(another.since(me, one.position()))).toEqual(['3']);
  });

  it('keep an event once, however often it is in the log', () => {
    const recent = newRecent();
    const once = change(me);
    put(recent, once);
    expect(recent.keep({ ...once, offset: 9 })).toBe(false);
    expect(recent.size).toBe(1);
  });

  it('do not know what came after a position that is older than what they keep', () => {
    const recent = newRecent(2);
    put(recent, change(me));
    const position = recent.position();
    put(recent, change(me), change(me));
    expect(recent.size).toBe(2);
    now += 30_000;
    expect(recent.since(me, position)).toBeUndefined();
    now += 60_000;
    expect(data(recent.since(me, recent.position()))).toEqual([]);
  });

  it('take a position ahead of them for one of another process, while they are being read themselves', () => {
    const recent = newRecent();
    put(recent, change(me));
    expect(recent.since(me, { at: now, offsets: new Map([['a/0', 99]]) })).toEqual([]);
  });

  it('forget what is older than the window', () => {
    const recent = newRecent();
    put(recent, change(me), change(me));
    now += windowMs;
    put(recent, change(other));
    expect(recent.size).toBe(1);
  });

  it('do not know positions from before the log was read, nor those ahead of it', () => {
    const recent = newRecent(100, now - 90_000);
    put(recent, change(me));
    expect(recent.since(me, { at: now - 31_000, offsets: new Map() })).toBeUndefined();
    now += 61_000;
    expect(recent.since(me, { at: now, offsets: new Map([['a/0', 99]]) })).toBeUndefined();
    now -= 61_000;
    expect(recent.since(me, { at: now - 29_000, offsets: new Map([['a/0', 1]]) })).toEqual([]);
  });
});
