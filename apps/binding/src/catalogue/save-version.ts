import type { EntityManager } from 'typeorm';
import { err, ok, type Result } from '@bindery/kernel';
import type { Outbox } from '@bindery/messaging';
import { isSameText, otherWords } from './agreed-words.rules';
import type { ProfileFault } from './faults/profile-faults.rules';
import { readProviderEntry } from './provider-entry';
import type { ProviderProfile } from './provider-profile.rules';
import { findTerms, insertTerms } from './provider-terms.repository';
import { insertVersion, listEntries, type ProviderVersion } from './provider-version.repository';
import { aspectsOf } from './provider-version.rules';

/** The entry contradicts itself, or what was said before. */
export interface ProfileInvalid {
  readonly kind: 'PROFILE_INVALID';
  readonly faults: readonly ProfileFault[];
}

/** The profile that an entry would be in force as, or what is wrong with it: also words that differ from those that their version was given with. */
export async function checkEntry(
  db: EntityManager,
  provider: string,
  entry: ProviderVersion['entry'],
  readEntry: ReadEntry,
): Promise<Result<ProviderProfile, ProfileInvalid>> {
  const read = readProviderEntry(provider, entry);
  if (!read.ok) return err({ kind: 'PROFILE_INVALID', faults: read.error });
  const { terms } = read.value;
  const given = await findTerms(db, provider, terms.version);
  const faults: ProfileFault[] =
    given && !isSameText(given.text, terms.text) ? [{ field: 'terms.version', rule: 'WORDS_OF_TERMS' }] : [];
  const earlier = (await listEntries(db, provider)).flatMap((kept) => {
    const profile = readEntry(provider, kept);
    return profile.ok ? [profile.value] : [];
  });
  faults.push(...otherWords(read.value, earlier));
  return faults.length === 0 ? read : err({ kind: 'PROFILE_INVALID', faults });
}

/** Reads an entry as it is in force, or would be: fields that it has not come from the file of its provider. */
export type ReadEntry = (provider: string, entry: ProviderVersion['entry']) => Result<ProviderProfile, ProfileFault[]>;

/** Adds a version of a provider whose versions are locked, the words of its terms, and tells analysts. Whoever calls has looked at who may. */
export type SaveVersion = (
  tx: EntityManager,
  version: ProviderVersion,
) => Promise<Result<ProviderProfile, ProfileInvalid>>;

export function createSaveVersion(outbox: Outbox, readEntry: ReadEntry): SaveVersion {
  return async (tx, version) => {
    const { provider, entry, changedAt, origin, changes } = version;
    const checked = await checkEntry(tx, provider, entry, readEntry);
    if (!checked.ok) return checked;
    await insertVersion(tx, version);
    await insertTerms(tx, provider, checked.value.terms, changedAt);
    await outbox.append(tx, {
      type: 'bindery.provider.profile-changed.v1',
      key: provider,
      sequence: version.version,
      data: {
        provider,
        providerName: checked.value.name,
        version: version.version,
        origin,
        changed: aspectsOf(changes),
        at: changedAt.toISOString(),
      },
    });
    return ok(checked.value);
  };
}
