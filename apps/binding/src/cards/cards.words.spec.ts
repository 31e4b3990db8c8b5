import { IntlMessageFormat } from 'intl-messageformat';
import { aCard, aMembership, aProfile } from '../testing/builders';
import { en, type WordKey } from './cards.words.en';
import { sayCardName, sayMoney } from './cards.words';
import { zhCn } from './cards.words.zh-cn';

const placeholders = (text: string, locale: string): string[] => {
  const names = new Set<string>();
  JSON.stringify(new IntlMessageFormat(text, locale).getAst(), (key, value: unknown) => {
    if (key === 'value' && typeof value === 'string' && text.includes(`{${value}`)) names.add(value);
    return value;
  });
  return [...names].sort();
};

describe('the words of binding', () => {
  it('say the same in both languages, with the same values', () => {
    for (const key of Object.keys(en) as WordKey[])
      expect([key, ...placeholders(zhCn[key], 'zh-CN')]).toEqual([key, ...placeholders(en[key], 'en')]);
  });

  it('name a card by what its holder knows of it', () => {
    expect(sayCardName(aCard(), aProfile('seaside-bank'), 'en')).toBe('Seaside Bank Visa ·· 1111');
    expect(sayCardName(aMembership(), aProfile('cloudgate'), 'zh-CN')).toBe('河畔花园 ·· 1001');
  });

  it('say money in the currency’s own digits', () => {
    expect(sayMoney({ value: 1250, currency: 'CNY' }, 'zh-CN')).toBe('¥12.50');
    expect(sayMoney({ value: 500, currency: 'JPY' }, 'en')).toBe('¥500');
  });
});
