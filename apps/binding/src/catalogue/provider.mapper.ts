import type { Locale } from '@bindery/localisation';
import type { InBothLanguages } from '@bindery/localisation';
import { collectsWhileHeld } from './collects-while-held';
import { documentGraceOf, type OperationRequirements, type ProviderProfile } from './provider-profile.rules';
import { sayPurpose } from './purposes.words';
import { ProviderType, type ProviderRequirementType, type ProviderTermsType } from './provider.type';

/** With its name in both languages, for the field that lets the client choose. */
export class NamedProvider extends ProviderType {
  names!: InBothLanguages;
}

export const toTermsType = ({ version, text }: ProviderProfile['terms'], locale: Locale): ProviderTermsType => ({
  version,
  text: text[locale],
  locale,
});

const toRequirementType = (
  operation: ProviderRequirementType['operation'],
  { factors, review = null }: Partial<Pick<OperationRequirements, 'review'>> & Pick<OperationRequirements, 'factors'>,
): ProviderRequirementType => ({
  operation,
  factors: [...factors],
  documents: [...(review?.documents ?? [])],
  reviewers: review?.reviewers ?? 0,
  when: review && (review.when ?? 'ALWAYS'),
});

const toRequirementTypes = ({ requirements, restore, loans }: ProviderProfile): ProviderRequirementType[] => [
  toRequirementType('BIND', requirements.BIND),
  toRequirementType('UNBIND', requirements.UNBIND),
  ...(restore.windowDays === null ? [] : [toRequirementType('RESTORE', requirements.RESTORE)]),
  ...(loans ? [toRequirementType('OPEN_LOAN', loans)] : []),
];

const toCapabilitiesType = (profile: ProviderProfile, locale: Locale): ProviderType['capabilities'] => {
  const { unbindFee, deviceMove } = profile;
  return {
    restore: profile.restore,
    offlineRevocationWorstCase: profile.offlineRevocationWorstCase,
    suspend: profile.suspend.mode,
    suspendableByHolder: profile.suspend.by.includes('HOLDER'),
    cascadesToBindings: profile.cascadesToBindings,
    signalsRemoval: profile.signalsRemoval,
    collectsWhileSuspended: collectsWhileHeld(profile),
    unbindFee: unbindFee && { amount: unbindFee.amount, source: unbindFee.source[locale] },
    requirements: toRequirementTypes(profile),
    activationDeadlineDays: profile.activationDeadlineDays,
    cardGraceDays: profile.validity.graceDays,
    documentGraceDays: documentGraceOf(profile),
    deviceMove: { carries: [...deviceMove.carries], perYear: deviceMove.perYear },
    limits: profile.limits,
    platforms: [...profile.platforms],
    staleAfterDays: profile.staleAfterDays,
    obligationActs: [...profile.obligationActs],
  };
};

export function toProviderType(profile: ProviderProfile, locale: Locale): NamedProvider {
  const { code, kind, name, terms, sites, elements, purposes = [], loans } = profile;
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
    capabilities: toCapabilitiesType(profile, locale),
  });
}
