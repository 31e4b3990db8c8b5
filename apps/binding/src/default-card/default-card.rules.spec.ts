import { newId, type Id } from '@bindery/kernel';
import fc from 'fast-check';
import { chooseDefault, paymentOrderOf } from './default-card.rules';

const [a, b, c, d] = [newId('card'), newId('card'), newId('card'), newId('card')];
const method = (cardId: Id<'card'>) => ({ cardId, bindingId: newId('binding') });

describe('chooseDefault', () => {
  it('takes the first usable card', () =>
    expect(
      chooseDefault({ defaultCardId: null, preferredCardId: null, order: [], usable: [method(a), method(b)] }),
    ).toBe(a));

  it('returns to the preferred card once it is usable again', () =>
    expect(chooseDefault({ defaultCardId: b, preferredCardId: a, order: [], usable: [method(b), method(a)] })).toBe(a));

  it('stays with the default while it is usable', () =>
    expect(
      chooseDefault({ defaultCardId: b, preferredCardId: newId('card'), order: [], usable: [method(a), method(b)] }),
    ).toBe(b));

  it('gives way to the next in the holder’s order, and to one that comes back before it', () => {
    const asked = { defaultCardId: c, preferredCardId: a, order: [a, b, c] };
    expect(chooseDefault({ ...asked, usable: [method(d), method(c), method(b)] })).toBe(b);
    expect(chooseDefault({ ...asked, usable: [method(d), method(c)] })).toBe(c);
    expect(chooseDefault({ ...asked, usable: [method(d)] })).toBe(d);
  });

  it('is the first of the order in which cards are tried', () =>
    expect(
      paymentOrderOf({
        defaultCardId: c,
        preferredCardId: c,
        order: [c, a],
        usable: [method(d), method(b), method(a), method(c)],
      }),
    ).toEqual([c, a, d, b]));

  it('is exactly one if any card is usable, none otherwise (invariant 6)', () => {
    const card = fc.constantFrom(a, b, c, d);
    fc.assert(
      fc.property(
        fc.option(card),
        fc.option(card),
        fc.uniqueArray(card),
        fc.uniqueArray(card),
        (defaultCardId, preferredCardId, cards, order) => {
          const chosen = chooseDefault({ defaultCardId, preferredCardId, order, usable: cards.map(method) });
          expect(chosen === null).toBe(cards.length === 0);
          if (chosen !== null) expect(cards).toContain(chosen);
        },
      ),
    );
  });
});
