import type { DataSource, EntityManager } from 'typeorm';
import type { Clock } from '@bindery/kernel';
import type { Outbox } from '@bindery/messaging';
import type { UnitOfWork } from '@bindery/persistence';
import type { Log } from '@bindery/service';
import type { Feature, FeatureClasses } from '@bindery/subgraph';
import { createCatalogue } from './catalogue';
import { followCatalogue } from './follow-catalogue';
import { loadProviderEntries, readProviderCatalogue } from './provider-catalogue';
import { readKeptEntry } from './provider-entry';
import { ProviderTermsRow } from './provider-terms.entity';
import { findTerms } from './provider-terms.repository';
import { ProviderVersionRow } from './provider-version.entity';
import { ProviderResolver } from './provider.resolver';
import { createSaveVersion, type ReadEntry } from './save-version';
import { createSeedCatalogue } from './seed-catalogue';

export type { Catalogue } from './catalogue';
export { AllowedPurposeEnum, MovableThingEnum, ObligationActKindEnum, RestoreStrategyEnum } from './catalogue.enums';
export { catalogueFreshMs } from './follow-catalogue';
export { profileRules, type ProfileFault, type ProfileRule } from './faults/profile-faults.rules';
export { sayFault } from './faults/profile-faults.words';
export { en as profileRuleWords } from './faults/profile-faults.words.en';
export { entryFields } from './provider-entry';
export { formatRate, sayLoanTerms, type OfferedNumbers } from './loan-words.rules';
export { collectsWhileHeld } from './collects-while-held';
export { allowedPurposes, documentGraceOf, pastPurposes } from './provider-profile.rules';
export type {
  AllowedPurpose,
  ConfirmationMode,
  PastPurpose,
  LoanTerms,
  ObligationPolicy,
  ProviderProfile,
  PurposeTerms,
} from './provider-profile.rules';
export { takesPlatform } from './platforms.rules';
export { ProviderTermsType, ProviderType } from './provider.type';
export { toProviderType, toTermsType } from './provider.mapper';
export { purposeNames, sayPurpose } from './purposes.words';
export { findTerms } from './provider-terms.repository';
export {
  findCurrentVersion,
  lockCurrentVersion,
  listCurrentVersions,
  listTheseVersions,
  listVersions,
  type ProviderVersion,
} from './provider-version.repository';
export {
  aspectsOf,
  changesBetween,
  profileAspects,
  versionOrigins,
  type ProfileChange,
  type ProviderEntry,
} from './provider-version.rules';
export { checkEntry, type ProfileInvalid, type ReadEntry, type SaveVersion } from './save-version';

export const catalogueClasses = {
  resolvers: [ProviderResolver],
  entities: [ProviderVersionRow, ProviderTermsRow],
} satisfies FeatureClasses;

interface CatalogueFoundation {
  readonly dataSource: DataSource;
  readonly db: EntityManager;
  readonly unitOfWork: UnitOfWork;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly log: Log;
}

/** The providers that cards can be bound at: what their files say until the service starts, then what the database says. */
export function createProviderCatalogue(
  { dataSource, db, unitOfWork, outbox, clock, log }: CatalogueFoundation,
  files = loadProviderEntries(),
) {
  const profiles = new Map(readProviderCatalogue(files));
  const catalogue = createCatalogue(profiles);
  const readEntry: ReadEntry = (provider, entry) => readKeptEntry(provider, files[provider], entry);
  const saveVersion = createSaveVersion(outbox, readEntry);
  const seedCatalogue = createSeedCatalogue({ unitOfWork, saveVersion, clock, log });
  const { component, refresh } = followCatalogue({ dataSource, seedCatalogue, files, profiles, log });
  return {
    catalogue,
    saveVersion,
    /** The profile that an entry is, or would be, in force as here; or what is wrong with it. */
    readEntry,
    /** Takes over at once what this process has changed; others follow within `catalogueFreshMs`. */
    refresh,
    feature: {
      resolvers: [new ProviderResolver(profiles, (provider, version) => findTerms(db, provider, version))],
      connections: [component],
    } satisfies Feature,
  };
}
