import type { DataSource } from 'typeorm';
import type { Component, Log } from '@bindery/service';
import type { ProviderEntry } from './provider-version.rules';
import { CatalogueError, inOrder } from './provider-catalogue';
import { readKeptEntry } from './provider-entry';
import type { ProviderProfile } from './provider-profile.rules';
import { findCatalogueMark, listCurrentVersions } from './provider-version.repository';
import type { SeedCatalogue } from './seed-catalogue';

/** So often each process asks whether a version was added: one statement over a table of some dozen rows. */
const lookEveryMs = 1_000;

/** A change is in force in every process within this time: one look, and the reading of what it found. */
export const catalogueFreshMs = 2_000;

export interface FollowCatalogueDeps {
  readonly dataSource: DataSource;
  readonly seedCatalogue: SeedCatalogue;
  /** What the files of this version of the service say: for fields that a kept entry has not, and no other provider is known here. */
  readonly files: Readonly<Record<string, ProviderEntry>>;
  /** Changed in place, between two turns of the event loop, so that whoever holds it sees one version whole. */
  readonly profiles: Map<string, ProviderProfile>;
  readonly log: Log;
}

export interface FollowedCatalogue {
  readonly component: Component;
  /** Reads what is in force now, e.g. after this process has changed it. */
  refresh(): Promise<void>;
}

/**
 * Keeps the profiles in memory as the database has them, from the start on. What cannot be read there, which a newer version of the service may have
 * written, stops a start; later the profiles of before stay in force, and the log says so at each look.
 */
export function followCatalogue(deps: FollowCatalogueDeps): FollowedCatalogue {
  const { dataSource, seedCatalogue, files, log } = deps;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();
  let known = '';
  let stopped = false;

  async function refresh(): Promise<void> {
    const mark = await findCatalogueMark(dataSource);
    if (mark === known) return;
    await readProfiles(deps);
    known = mark;
  }

  const look = () => {
    looking = refresh()
      .catch((err: unknown) =>
        log.error({ err }, 'the catalogue of providers cannot be read, that of before stays in force'),
      )
      .finally(() => {
        if (!stopped) timer = setTimeout(look, lookEveryMs).unref();
      });
  };

  return {
    refresh,
    component: {
      name: 'catalogue of providers',
      async start() {
        await seedCatalogue(files);
        await refresh();
        timer = setTimeout(look, lookEveryMs).unref();
      },
      async stop() {
        stopped = true;
        clearTimeout(timer);
        await looking;
      },
    },
  };
}

async function readProfiles({ dataSource, files, profiles }: FollowCatalogueDeps): Promise<void> {
  const versions = await listCurrentVersions(dataSource.manager);
  const read = versions
    .filter(({ provider }) => Object.hasOwn(files, provider))
    .map(({ provider, version, entry }) => {
      const profile = readKeptEntry(provider, files[provider], entry);
      if (profile.ok) return profile.value;
      const faults = profile.error.map(({ field, rule }) => `${field} ${rule}`).join(', ');
      throw new CatalogueError(`version ${version} of provider ${provider} cannot be read here: ${faults}`);
    });
  profiles.clear();
  for (const [code, profile] of inOrder(read)) profiles.set(code, profile);
}
