import type { Locale } from '@bindery/localisation';
import type { InBothLanguages } from '@bindery/localisation';
import type { ProviderProfile } from './provider-profile.rules';
import { sayPurpose } from './purposes.words';
import { ProviderType, type ProviderTermsType } from './provider.type';

/** With its name in both languages, for the field that lets the client choose. */
export class NamedProvider extends ProviderType {
  names!: InBothLanguages;
}

export const toTermsType = ({ version, text }: ProviderProfile['terms'], locale: Locale): ProviderTermsType => ({
  version,
  text: text[locale],
  locale,
});

export function toProviderType(
  {
    code,
    kind,
    name,
    terms,
    sites,
    elements,
    restore,
    suspend,
    unbindFee,
    limits,
    staleAfterDays,
    offlineRevocationWorstCase,
    obligationActs,
    purposes = [],
    loans,
  }: ProviderProfile,
  locale: Locale,
): NamedProvider {
  return Object.assign(new NamedProvider(), {
    code,
    kind,
    names: name,
    terms: toTermsType(terms, locale),
    cardElements: [...elements],
    purposes: purposes.map((purpose) => ({
      code: purpose.code,
      title: sayPurpose(locale, purpose.code),
      terms: toTermsType(purpose, locale),
      neededForLoans: loans?.needs.includes(purpose.code) ?? false,
    })),
    lends: Boolean(loans),
    sites: (sites ?? []).map((site) => ({ code: site.code, name: site.name[locale] })),
    capabilities: {
      restore,
      offlineRevocationWorstCase,
      suspend: suspend.mode,
      unbindFee: unbindFee && { amount: unbindFee.amount, source: unbindFee.source[locale] },
      limits,
      staleAfterDays,
      obligationActs: [...obligationActs],
    },
  });
}
