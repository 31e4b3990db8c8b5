import { locales } from '@bindery/localisation';
import { aCard, aMembership, aProfile } from '../../testing/builders';
import { cardKindOf, cardKinds, nameKind, payingKinds, sayCardName } from '.';

describe('kinds of card', () => {
  it('name a card by what its holder knows of it', () => {
    expect(sayCardName(aCard(), aProfile('seaside-bank'), 'en')).toBe('Seaside Bank Visa ·· 1111');
    const wallet = (lastFour: string) =>
      sayCardName(aCard({ kind: 'WALLET', lastFour }), aProfile('seaside-bank'), 'en');
    expect([wallet('8000'), wallet('iwei')]).toEqual(['Seaside Bank ·· 8000', 'Seaside Bank ***iwei']);
    expect(sayCardName(aMembership(), aProfile('cloudgate'), 'zh-CN')).toBe('河畔花园 ·· 1001');
    expect(sayCardName(aCard({ brand: null }), undefined, 'en')).toBe('seaside-bank ·· 1111');
  });

  it('are called by names that differ, in each language', () => {
    expect(nameKind('ACCESS_CARD')).toEqual({ en: 'access card', 'zh-CN': '门禁卡' });
    for (const locale of locales)
      expect(new Set(cardKinds.map(({ sayKind }) => sayKind(locale))).size).toBe(cardKinds.length);
  });

  it('say which of them pay', () => {
    expect(payingKinds).toEqual(expect.arrayContaining(['BANK_CARD', 'WALLET']));
    expect(payingKinds).not.toContain('ACCESS_CARD');
  });

  it('share neither a code nor a field of the input', () => {
    const codes = cardKinds.map(({ code }) => code);
    const fields = cardKinds.flatMap(({ entry }) => (entry ? [entry.field] : []));
    expect(new Set(codes).size).toBe(codes.length);
    expect(new Set(fields).size).toBe(fields.length);
  });

  it('speak of their own cards only', () => {
    for (const { code, entry } of cardKinds) expect(entry?.protocol.kind ?? code).toBe(code);
    expect(() => cardKindOf('no kind')).toThrow('no kind');
  });
});
