import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';

/** The words of every room: path without the language → texts by key. */
const catalogues = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.words.en.ts'))
  .map((file) => join(__dirname, file.replace(/\.en\.ts$/, '')));

/** The parser's number of text that is as it stands. */
const literal = 0;

/** Names of the values that a text takes, inside its choices too. */
const placeholders = (text: string, locale: string): string[] => {
  const names = new Set<string>();
  JSON.stringify(new IntlMessageFormat(text, locale).getAst(), function (this: { type?: number }, key, value: unknown) {
    if (key === 'value' && typeof value === 'string' && this.type !== literal) names.add(value);
    return value;
  });
  return [...names].sort();
};

describe('the words of binding', () => {
  it('stand in many rooms', () => expect(catalogues.length).toBeGreaterThan(8));

  it.each(catalogues)('say the same in both languages, with the same values: %s', (file) => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- found by looking, not named
    const { en } = require(`${file}.en`) as { en: Record<string, string> };
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- found by looking, not named
    const { zhCn } = require(`${file}.zh-cn`) as { zhCn: Record<string, string> };
    expect(Object.keys(zhCn).sort()).toEqual(Object.keys(en).sort());
    for (const [key, text] of Object.entries(en))
      expect([key, ...placeholders(zhCn[key] ?? '', 'zh-CN')]).toEqual([key, ...placeholders(text, 'en')]);
  });
});
