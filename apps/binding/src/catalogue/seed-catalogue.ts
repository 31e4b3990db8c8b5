import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Clock } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { Log } from '@bindery/service';
import { entryFields } from './provider-entry';
import { listOrigins, lockCurrentVersion } from './provider-version.repository';
import { changesBetween, type ProviderEntry } from './provider-version.rules';
import type { SaveVersion } from './save-version';

/**
 * Brings what the files say into the database: a provider that is not there; and what is newer of one that no operator has ever changed. Newer is
 * what no file has said before, so that an older version of the service, started beside a newer one, takes nothing back.
 */
export type SeedCatalogue = (files: Readonly<Record<string, ProviderEntry>>) => Promise<void>;

export interface SeedCatalogueDeps {
  readonly unitOfWork: UnitOfWork;
  readonly saveVersion: SaveVersion;
  readonly clock: Clock;
  readonly log: Log;
}

export function createSeedCatalogue({ unitOfWork, saveVersion, clock, log }: SeedCatalogueDeps): SeedCatalogue {
  async function seed(tx: EntityManager, provider: string, file: ProviderEntry): Promise<void> {
    const entry = withoutSimulated(file);
    const fileDigest = digestOf(entry);
    // One process at a time: two that start together would both add the same version.
    const before = await lockCurrentVersion(tx, provider);
    const origins = await listOrigins(tx, provider);
    const told = { provider, version: origins.at(-1)?.version ?? 0 };
    if (origins.some(({ origin }) => origin === 'OPERATOR')) {
      if (!origins.some((version) => version.fileDigest === fileDigest))
        log.warn(told, 'a provider was changed by an operator: what is new in its file is not taken over');
      return;
    }
    if (origins.at(-1)?.fileDigest === fileDigest) return;
    if (origins.some((version) => version.fileDigest === fileDigest))
      return log.warn(told, 'the file of a provider says what an older one has said: the newer version stays in force');
    const saved = await saveVersion(tx, {
      provider,
      version: told.version + 1,
      origin: 'FILE',
      entry,
      fileDigest,
      changes: before ? changesBetween(before.entry, entry) : [],
      changedAt: clock.now(),
      changedBy: null,
      approvedBy: null,
      note: null,
    });
    if (saved.ok) return log.info({ provider, version: told.version + 1 }, 'took a provider over from its file');
    const reason = saved.error.faults.map(({ field, rule }) => `${field} ${rule}`).join(', ');
    log.error({ ...told, reason }, 'refused the file of a provider, the version before stays in force');
  }

  return async (files) => {
    for (const [provider, file] of Object.entries(files)) await unitOfWork.run((tx) => seed(tx, provider, file));
  };
}

const withoutSimulated = (file: ProviderEntry): ProviderEntry =>
  Object.fromEntries(Object.entries(file).filter(([field]) => entryFields.includes(field)));

const digestOf = (entry: ProviderEntry): string =>
  createHash('sha256').update(JSON.stringify(entry)).digest('base64url');
