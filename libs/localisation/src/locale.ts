/** The languages people are spoken to in. */
export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];

/** Spoken where nothing else is known: the seeds' users write Chinese. */
export const defaultLocale: Locale = 'zh-CN';

/**
 * The best of our languages for an `Accept-Language` header (RFC 9110, 12.5.4), or undefined when it
 * names none of them. Any Chinese is served zh-CN, any English en.
 */
export function pickLocale(acceptLanguage: string | undefined): Locale | undefined {
  if (!acceptLanguage) return undefined;
  const wishes = acceptLanguage
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find(Boolean);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wishes) {
    if (/^zh(-|$)/.test(tag)) return 'zh-CN';
    if (/^en(-|$)/.test(tag)) return 'en';
  }
  return undefined;
}

export const isLocale = (text: string): text is Locale => (locales as readonly string[]).includes(text);
