import { documents, type ProviderTerms } from '@bindery/wallet-client';
import { graph } from '../system/the-system';

/** What a holder agrees to who was shown the provider's terms. */
export async function consentTo(provider: string, locale: 'zh-CN' | 'en' = 'en'): Promise<ProviderTerms['terms']> {
  const { providers } = await graph(locale).ask<{ providers: readonly ProviderTerms[] }>(documents.providers, {});
  return providers.find(({ code }) => code === provider)?.terms ?? { version: 'none', text: 'No terms.' };
}
