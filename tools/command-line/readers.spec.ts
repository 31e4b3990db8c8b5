import { InvalidArgumentError } from 'commander';
import { readPort } from './readers';

describe('the port of a gateway', () => {
  it('is taken where all that follow it can be reached', () => {
    expect(['4000', '5000', '17000', '65000'].map(readPort)).toEqual([4000, 5000, 17_000, 65_000]);
  });

  it.each([
    ['6000', 6000, 6100],
    ['5900', 6000, 6100],
    ['5890', 6000, 6090],
    ['4035', 4045, 4135],
    ['6565', 6566, 6765],
    ['10048', 10_080, 10_148],
  ])('%s is refused, as browsers and fetch never go to %i, and %i is told', (text, blocked, another) => {
    expect(() => readPort(text)).toThrow(InvalidArgumentError);
    expect(() => readPort(text)).toThrow(
      `Browsers refuse port ${blocked}, which a system at ${text} would need. Try ${another}.`,
    );
    expect(readPort(String(another))).toBe(another);
  });
});
