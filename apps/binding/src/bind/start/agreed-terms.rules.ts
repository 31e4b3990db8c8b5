import type { InBothLanguages, Locale } from '@bindery/localisation';

/** What a holder says to have agreed to, as it was shown to them. */
export interface ShownTerms {
  readonly version: string;
  readonly text: string;
}

/** What a provider asks to be agreed to now. */
export interface CurrentTerms {
  readonly version: string;
  readonly text: InBothLanguages;
}

/** What was agreed to, in our own words: those are kept, and told again as a fact. */
export interface AgreedTerms extends ShownTerms {
  readonly locale: Locale;
}

/**
 * The current terms in the language in which they were shown (requirement 41); null for another version or any other words. Space around the text
 * does not count, nor how its characters are composed: neither is of the person's making.
 */
export function agreedTerms(shown: ShownTerms, { version, text }: CurrentTerms): AgreedTerms | null {
  // No way of composing makes a text four times as long; to compose a pile of signs takes time that grows with its square.
  const locale = (Object.keys(text) as Locale[]).find(
    (each) => shown.text.length <= 4 * text[each].length && alike(text[each]) === alike(shown.text),
  );
  return locale && shown.version === version ? { version, text: text[locale], locale } : null;
}

const alike = (text: string): string => text.trim().replaceAll('\r\n', '\n').normalize('NFC');
