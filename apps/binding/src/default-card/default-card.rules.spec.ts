import { newId, type Id } from '@bindery/kernel';
import fc from 'fast-check';
import { chooseDefault } from './default-card.rules';

const [a, b, c, d] = [newId('card'), newId('card'), newId('card'), newId('card')];
const method = (cardId: Id<'card'>) => ({ cardId, bindingId: newId('binding') });

describe('chooseDefault', () => {
  it('takes the first usable card', () =>
    expect(chooseDefault({ defaultCardId: null, preferredCardId: null, usable: [method(a), method(b)] })).toBe(a));

  it('returns to the preferred card once it is usable again', () =>
    expect(chooseDefault({ defaultCardId: b, preferredCardId: a, usable: [method(b), method(a)] })).toBe(a));

  it('stays with the default while it is usable', () =>
    expect(chooseDefault({ defaultCardId: b, preferredCardId: newId('card'), usable: [method(a), method(b)] })).toBe(
      b,
    ));

  it('is exactly one if any card is usable, none otherwise (invariant 6)', () => {
    const card = fc.constantFrom(a, b, c, d);
    fc.assert(
      fc.property(fc.option(card), fc.option(card), fc.uniqueArray(card), (defaultCardId, preferredCardId, cards) => {
        const chosen = chooseDefault({ defaultCardId, preferredCardId, usable: cards.map(method) });
        expect(chosen === null).toBe(cards.length === 0);
        if (chosen !== null) expect(cards).toContain(chosen);
      }),
    );
  });
});
