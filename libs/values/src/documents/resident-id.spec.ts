import { readResidentId } from './resident-id';

const today = '2026-03-02';
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** By the table of weights that GB 11643 prints, where the rules count by doubling. */
const withCheck = (first17: string) =>
  first17 + '10X98765432'[weights.reduce((sum, weight, place) => sum + weight * Number(first17[place]), 0) % 11];

describe('the number of a resident identity card', () => {
  it('is read as the example of GB 11643 prints it, and as people type it', () => {
    for (const typed of ['11010519491231002X', ' 110105 19491231 002x ', '１１０１０５１９４９１２３１００２Ｘ'])
      expect(readResidentId(typed, today)).toEqual({ ok: true, value: '11010519491231002X' });
    expect(readResidentId('440524188001010014', today)).toEqual({ ok: false, error: { kind: 'BIRTHDAY' } });
  });

  it('has the check character of the table of weights', () => {
    for (let sequence = 0; sequence < 1000; sequence++) {
      const number = withCheck(`32050119900229${String(sequence).padStart(3, '0')}`.replace('19900229', '19920229'));
      expect(readResidentId(number, today)).toEqual({ ok: true, value: number });
    }
  });

  it('finds each wrong digit, and each two neighbours that were swapped', () => {
    const right = withCheck('32050119920229123');
    for (let place = 0; place < 17; place++) {
      for (const digit of '0123456789')
        if (digit !== right[place])
          expect(readResidentId(right.slice(0, place) + digit + right.slice(place + 1), today).ok).toBe(false);
      const swapped = right.slice(0, place) + right[place + 1] + right[place] + right.slice(place + 2);
      if (swapped !== right) expect(readResidentId(swapped, today).ok).toBe(false);
    }
  });

  it.each([
    ['a day that there is none of', '32050119900229123', 'BIRTHDAY'],
    ['a month that there is none of', '32050119901301123', 'BIRTHDAY'],
    ['a birthday tomorrow', '32050120260303123', 'BIRTHDAY'],
    ['no province', '99050119920229123', 'REGION'],
  ])('refuses %s', (_, first17, kind) =>
    expect(readResidentId(withCheck(first17), today)).toEqual({ ok: false, error: { kind } }),
  );

  it.each(['', 'X'.repeat(18), '11010519491231002Y', '110105491231002', `${'1'.repeat(300)}`])('refuses %j', (typed) =>
    expect(readResidentId(typed, today)).toEqual({ ok: false, error: { kind: 'CHARACTERS' } }),
  );

  it('takes a birthday today', () => expect(readResidentId(withCheck('32050120260302123'), today).ok).toBe(true));
});
