import { inWords } from './in-words';

describe('inWords', () => {
  it.each([
    [30 * 24 * 60 * 60_000, '30 days'],
    [25 * 60 * 60_000, '25 hours'],
    [600_000, '10 minutes'],
    [60_000, '1 minute'],
    [90_000, '90 seconds'],
    [10_000, '10 seconds'],
  ])('says %d ms as %s', (ms, words) => expect(inWords(ms)).toBe(words));

  it.each([0, 500, 1_500, -1_000])('refuses %d ms', (ms) => expect(() => inWords(ms)).toThrow());
});
