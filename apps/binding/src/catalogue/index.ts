import type { Feature, FeatureClasses } from '@bindery/subgraph';
import { createCatalogue } from './catalogue';
import { loadProviderCatalogue } from './provider-catalogue';
import { ProviderResolver } from './provider.resolver';

export type { Catalogue } from './catalogue';
export { RestoreStrategyEnum } from './catalogue.enums';
export type { ObligationPolicy, ProviderProfile } from './provider-profile.rules';
export { ProviderTermsType, ProviderType } from './provider.type';
export { toProviderType, toTermsType } from './provider.mapper';

export const catalogueClasses = { resolvers: [ProviderResolver] } satisfies FeatureClasses;

/** The providers that cards can be bound at, as providers.json says. */
export function createProviderCatalogue() {
  const catalogue = createCatalogue(loadProviderCatalogue());
  return { catalogue, feature: { resolvers: [new ProviderResolver(catalogue.profiles)] } satisfies Feature };
}
