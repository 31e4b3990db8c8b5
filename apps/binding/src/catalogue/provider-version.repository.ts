import type { DataSource, EntityManager } from 'typeorm';
import { asLocked, pageOf, readPrepared, toPage, type Locked, type Page, type PageRequest } from '@bindery/persistence';
import { ProviderVersionRow } from './provider-version.entity';

/** A version of what a provider can do and asks for. */
export type ProviderVersion = Readonly<ProviderVersionRow>;

/** The version in force, and nobody else adds another one meanwhile. */
export type LockedVersion = Locked<ProviderVersion>;

/** The version of each provider that is in force. */
export const listCurrentVersions = (db: EntityManager): Promise<ProviderVersion[]> =>
  db
    .createQueryBuilder(ProviderVersionRow, 'version')
    .distinctOn(['version.provider'])
    .orderBy('version.provider')
    .addOrderBy('version.version', 'DESC')
    .getMany();

/** The version of a provider that is in force. */
export const findCurrentVersion = (db: EntityManager, provider: string): Promise<ProviderVersion | null> =>
  db.findOne(ProviderVersionRow, { where: { provider }, order: { version: 'DESC' } });

const marks = {
  name: 'marks of the catalogue',
  text: 'SELECT provider, max(version) AS version FROM provider_profile_version GROUP BY provider ORDER BY provider',
};

/** What differs whenever a version was added, and is cheap to ask for: by provider the number of its version. */
export async function findCatalogueMark(dataSource: DataSource): Promise<string> {
  const rows = await readPrepared<{ provider: string; version: number }>(dataSource, marks, []);
  return rows.map(({ provider, version }) => `${provider} ${version}`).join(',');
}

/** The newest first. */
export async function listVersions(
  db: EntityManager,
  provider: string,
  page: PageRequest,
): Promise<Page<ProviderVersion>> {
  const { direction, take, where } = pageOf(page, 'DESC', (key) => [Number(key)]);
  const rows = await db.find(ProviderVersionRow, {
    where: { provider, ...where('version') },
    order: { version: direction },
    take,
  });
  return toPage(rows, page);
}

/** Those of these versions that there are. */
export const listTheseVersions = async (
  db: EntityManager,
  wanted: readonly Pick<ProviderVersion, 'provider' | 'version'>[],
): Promise<ProviderVersion[]> =>
  wanted.length === 0
    ? []
    : db.find(ProviderVersionRow, { where: wanted.map(({ provider, version }) => ({ provider, version })) });

/** What files have said of a provider so far, by digest, and whether an operator ever said something else. */
export async function listOrigins(
  tx: EntityManager,
  provider: string,
): Promise<Pick<ProviderVersion, 'version' | 'origin' | 'fileDigest'>[]> {
  return tx.find(ProviderVersionRow, {
    select: { version: true, origin: true, fileDigest: true },
    where: { provider },
    order: { version: 'ASC' },
  });
}

/** What a provider's versions have said, each as it was written. */
export async function listEntries(db: EntityManager, provider: string): Promise<ProviderVersion['entry'][]> {
  const rows = await db.find(ProviderVersionRow, { where: { provider } });
  return rows.map(({ entry }) => entry);
}

export async function insertVersion(tx: EntityManager, version: ProviderVersion): Promise<void> {
  await tx.insert(ProviderVersionRow, { ...version, changes: [...version.changes] } as never);
}

/** The versions of a provider, which this transaction alone adds one to until it ends; null where there is none yet. */
export async function lockCurrentVersion(tx: EntityManager, provider: string): Promise<LockedVersion | null> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`profile of ${provider}`]);
  const version = await findCurrentVersion(tx, provider);
  return version && asLocked(version);
}
