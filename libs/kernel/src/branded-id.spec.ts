import { givenId, isId, newId, parseId, timeOfId, typeOfId, type Id } from './branded-id';

describe('branded ids', () => {
  it('say their type and nothing else fits', () => {
    const id = newId('card');
    expect(id).toMatch(/^card_[0-7][0-9a-z]{25}$/);
    expect(isId('card', id)).toBe(true);
    expect(isId('binding', id)).toBe(false);
  });

  it('sort by the time they were made', () => {
    const ids = [3, 1, 2].map((second) => newId('card', 1_800_000_000_000 + second * 1000));
    expect([...ids].sort()).toEqual([ids[1], ids[2], ids[0]]);
  });

  it('are different although made in the same millisecond', () => {
    expect(new Set(Array.from({ length: 1000 }, () => newId('card', 1_800_000_000_000))).size).toBe(1000);
  });

  it('hold a UUID of version 7 that begins with the moment', () => {
    const now = 1_800_000_000_123;
    for (let made = 0; made < 1000; made++) {
      const text = newId('card', now).slice('card_'.length);
      const uuid = [...text]
        .reduce((value, letter) => value * 32n + BigInt('0123456789abcdefghjkmnpqrstvwxyz'.indexOf(letter)), 0n)
        .toString(16)
        .padStart(32, '0');
      expect(uuid).toMatch(/^[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}$/);
      expect(parseInt(uuid.slice(0, 12), 16)).toBe(now);
    }
  });

  it('say when they were made', () => {
    for (const time of [0, 1, 1_800_000_000_123, 2 ** 48 - 1])
      expect(timeOfId(newId('operation', time)).getTime()).toBe(time);
  });

  it('are made by asking what a text is, and by nothing else', () => {
    const cardOf = (id: Id<'card'>): string => id;
    const text = 'card_01h455vb4pex5vsknk084sn02q';
    const card = parseId('card', text);
    expect(card && cardOf(card)).toBe(text);
    expect(isId('card', text) && cardOf(text)).toBe(text);
    expect(cardOf(newId('card'))).toMatch(/^card_/);
    expect(parseId('card', 'binding_01h455vb4pex5vsknk084sn02q')).toBeUndefined();
    // The compiler looks at these; a line that it would let pass fails the typecheck.
    // @ts-expect-error a text is no id, whatever it looks like
    cardOf('card_01h455vb4pex5vsknk084sn02q');
    // @ts-expect-error an id of another type is none either
    cardOf(newId('binding'));
    // @ts-expect-error a text of the same beginning is none
    cardOf(`card_${text}`);
  });

  it('name nothing where the text that was given is none', () => {
    const card = newId('card');
    expect(givenId('card', card)).toBe(card);
    const nothing = givenId('card', newId('binding'));
    expect(nothing).toBe('card_00000000000000000000000000');
    expect(isId('card', nothing)).toBe(true);
    expect(givenId('card', '')).toBe(nothing);
  });

  it('are recognised only when well-formed', () => {
    expect(typeOfId('card_01h455vb4pex5vsknk084sn02q')).toBe('card');
    expect(typeOfId('contact_point_01h455vb4pex5vsknk084sn02q')).toBe('contact_point');
    for (const bad of [
      '',
      'card',
      'card_',
      'CARD_01h455vb4pex5vsknk084sn02q',
      'card_81h455vb4pex5vsknk084sn02q',
      'card_01h455vb4pex5vsknk084sn02u',
    ])
      expect(typeOfId(bad)).toBeUndefined();
  });
});
