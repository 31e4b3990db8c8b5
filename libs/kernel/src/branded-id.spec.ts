import { isId, newId, typeOfId } from './branded-id';

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

  it('are recognised only when well-formed', () => {
    expect(typeOfId('card_01h455vb4pex5vsknk084sn02q')).toBe('card');
    expect(typeOfId('contact_point_01h455vb4pex5vsknk084sn02q')).toBe('contact_point');
    for (const bad of ['', 'card', 'card_', 'CARD_01h455vb4pex5vsknk084sn02q', 'card_81h455vb4pex5vsknk084sn02q', 'card_01h455vb4pex5vsknk084sn02u'])
      expect(typeOfId(bad)).toBeUndefined();
  });
});
