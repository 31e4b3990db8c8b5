import { addDays, addDuration } from './moments.rules';

const start = new Date('2026-01-01T00:00:00Z');

describe('moments', () => {
  it.each([
    ['PT24H', '2026-01-02T00:00:00Z'],
    ['PT0S', '2026-01-01T00:00:00Z'],
    ['P2DT1M30S', '2026-01-03T00:01:30Z'],
  ])('adds %s', (duration, expected) => expect(addDuration(start, duration)).toEqual(new Date(expected)));

  it('refuses what has no fixed length', () => expect(() => addDuration(start, 'P1M')).toThrow('P1M'));

  it('counts days as 24 hours', () => expect(addDays(start, 95)).toEqual(new Date('2026-04-06T00:00:00Z')));
});
