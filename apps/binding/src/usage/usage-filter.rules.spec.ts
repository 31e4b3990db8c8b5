import { newId } from '@bindery/kernel';
import { readUsageFilter, type AskedUsageFilter } from './usage-filter.rules';

const read = (asked: AskedUsageFilter) => {
  const result = readUsageFilter(asked);
  return result.ok ? result.value : `${result.error.field} ${result.error.rule}`;
};
const days = { first: '2026-03-01', last: '2026-03-31', timeZone: 'Asia/Shanghai' };

describe('readUsageFilter', () => {
  it('lets all through where nothing is said', () => expect(read({ from: null, kinds: null, days: null })).toEqual({}));

  it('takes whole calendar days of a zone, the last one too', () => {
    expect(read({ days })).toEqual({
      from: new Date('2026-02-28T16:00:00Z'),
      until: new Date('2026-03-31T16:00:00Z'),
    });
    expect(read({ days: { first: '2026-03-29', last: '2026-03-29', timeZone: 'Europe/London' } })).toEqual({
      from: new Date('2026-03-29T00:00:00Z'),
      until: new Date('2026-03-29T23:00:00Z'),
    });
  });

  it('keeps to both where moments are given too', () => {
    const from = new Date('2026-03-10T00:00:00Z');
    expect(read({ days, from, until: new Date('2027-01-01T00:00:00Z') })).toEqual({
      from,
      until: new Date('2026-03-31T16:00:00Z'),
    });
  });

  it('is the same for the same in another order', () =>
    expect(read({ kinds: ['PAYMENT', 'DOOR_OPENED'], places: ['b', 'a'] })).toEqual(
      read({ kinds: ['DOOR_OPENED', 'PAYMENT'], places: ['a', 'b'] }),
    ));

  it('has an end on both sides of an amount', () =>
    expect(read({ amount: { currency: 'CNY', least: 100 } })).toEqual({
      amount: { currency: 'CNY', least: 100, most: Number.MAX_SAFE_INTEGER },
    }));

  it.each([
    [{ days: { ...days, first: '2026-02-30' } }, 'filter.days.first FORMAT'],
    [{ days: { ...days, last: '2026-02-01' } }, 'filter.days.last FORMAT'],
    [{ days: { ...days, timeZone: '+08:00' } }, 'filter.days.timeZone UNKNOWN'],
    [{ providers: [] }, 'filter.providers TOO_MANY'],
    [{ places: Array.from({ length: 51 }, () => 'x') }, 'filter.places TOO_MANY'],
    [{ places: ['a\0'] }, 'filter.places CHARACTERS'],
    [{ providers: ['x'.repeat(201)] }, 'filter.providers TOO_LONG'],
    [{ cards: [newId('card'), newId('binding')] }, 'filter.cards UNKNOWN'],
    [{ amount: { currency: 'YUAN' } }, 'filter.amount.currency UNKNOWN'],
    [{ amount: { currency: 'CNY', least: 2, most: 1 } }, 'filter.amount.most FORMAT'],
  ] as const)('refuses %j', (asked, refusal) => expect(read(asked)).toBe(refusal));
});
