import type { Locale } from '@bindery/localisation';
import { loadProviderCatalogue } from '../catalogue/provider-catalogue';

const catalogue = loadProviderCatalogue();

/** What a holder agrees to who was shown the provider's terms in this language. */
export function consentTo(provider: string, locale: Locale = 'en') {
  const terms = catalogue.get(provider)?.terms;
  return { version: terms?.version ?? 'none', text: terms?.text[locale] ?? 'No terms.' };
}
