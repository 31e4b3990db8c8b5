import type { EntityManager } from 'typeorm';
import type { Clock } from '@bindery/kernel';
import type { Once, UnitOfWork } from '@bindery/persistence';
import type { SecurityLog } from '@bindery/service';
import type { Feature, FeatureClasses } from '@bindery/subgraph';
import {
  findCurrentVersion,
  listCurrentVersions,
  listTheseVersions,
  listVersions,
  type Catalogue,
  type ReadEntry,
  type SaveVersion,
} from '../catalogue';
import { AffectedBindingsResolver } from './affected-bindings.resolver';
import { createChangeProviderProfile } from './change-provider-profile';
import { createConfirmProfileChange } from './confirm-profile-change';
import { createPreviewChange } from './preview-change';
import { ProfileProposalRow } from './profile-proposal.entity';
import { listProposals } from './profile-proposal.repository';
import { ProfileProposalsResolver } from './profile-proposals.resolver';
import { ProviderProfilesResolver } from './provider-profiles.resolver';

export const providerProfilesClasses = {
  resolvers: [ProviderProfilesResolver, AffectedBindingsResolver, ProfileProposalsResolver],
  entities: [ProfileProposalRow],
} satisfies FeatureClasses;

interface ProviderProfilesFoundation {
  readonly db: EntityManager;
  readonly once: Once;
  readonly unitOfWork: UnitOfWork;
  readonly security: SecurityLog;
  readonly clock: Clock;
}

interface ProviderProfilesDeps {
  readonly catalogue: Catalogue;
  readonly saveVersion: SaveVersion;
  readonly readEntry: ReadEntry;
  readonly refresh: () => Promise<void>;
}

/** What operators see of the providers, and change while the service runs. */
export function createProviderProfiles(
  { db, once, unitOfWork, security, clock }: ProviderProfilesFoundation,
  { catalogue, saveVersion, readEntry, refresh }: ProviderProfilesDeps,
) {
  const previewChange = createPreviewChange({ db, clock });
  return {
    feature: {
      resolvers: [
        new ProviderProfilesResolver({
          catalogue,
          listCurrentVersions: () => listCurrentVersions(db),
          findCurrentVersion: (code) => findCurrentVersion(db, code),
          listVersions: (code, page) => listVersions(db, code, page),
          changeProviderProfile: createChangeProviderProfile({
            once,
            unitOfWork,
            saveVersion,
            readEntry,
            previewChange,
            refresh,
            security,
            clock,
          }),
        }),
        new AffectedBindingsResolver(previewChange.list),
        new ProfileProposalsResolver({
          listCurrentVersions: () => listCurrentVersions(db),
          listTheseVersions: (wanted) => listTheseVersions(db, wanted),
          listProposals: (...of) => listProposals(db, ...of),
          confirmProfileChange: createConfirmProfileChange({ once, saveVersion, refresh, security, clock }),
          clock,
        }),
      ],
    } satisfies Feature,
  };
}
