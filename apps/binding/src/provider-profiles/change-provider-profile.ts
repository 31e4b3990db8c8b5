import type { EntityManager } from 'typeorm';
import {
  err,
  faultOfText,
  faultOfWords,
  invalidField,
  ok,
  type Clock,
  type InvalidInput,
  type Result,
} from '@bindery/kernel';
import { checkIdempotencyKey, type Once, type UnitOfWork } from '@bindery/persistence';
import type { SecurityLog } from '@bindery/service';
import type { Viewer } from '@bindery/trust';
import {
  changesBetween,
  type ProfileFault,
  checkEntry,
  lockCurrentVersion,
  type ProviderProfile,
  type ProviderVersion,
  type SaveVersion,
} from '../catalogue';
import type { ChangePreview, PreviewChange } from './preview-change';
import type { ChangeProviderProfileError } from './provider-profiles.errors';

export interface ChangeProviderProfileCommand {
  /** An operator: whoever calls has looked. */
  readonly viewer: Viewer;
  readonly idempotencyKey: string;
  readonly code: string;
  /** The version that the change was made for. */
  readonly baseVersion: number;
  /** The whole entry, as a file has it. */
  readonly profile: unknown;
  readonly note: string;
  readonly dryRun: boolean;
}

/** What is in force from now on, or would be. */
export interface ProfileChanged {
  readonly version: ProviderVersion;
  readonly profile: ProviderProfile;
  readonly preview: ChangePreview;
}

export type ChangeProviderProfile = (
  command: ChangeProviderProfileCommand,
) => Promise<Result<ProfileChanged, ChangeProviderProfileError>>;

interface ChangeProviderProfileDeps {
  readonly once: Once;
  readonly unitOfWork: UnitOfWork;
  readonly saveVersion: SaveVersion;
  readonly previewChange: PreviewChange;
  /** Takes the change over in this process. */
  readonly refresh: () => Promise<void>;
  readonly security: Pick<SecurityLog, 'record'>;
  readonly clock: Clock;
}

export const noteMax = 500;

/** Three times the longest profile there is: what is longer is none. */
const entryCharactersMax = 100_000;

/** Puts another version of a provider's profile in force, or with `dryRun` only tells whom it would meet. */
export function createChangeProviderProfile(deps: ChangeProviderProfileDeps): ChangeProviderProfile {
  const { once, unitOfWork, saveVersion, previewChange, refresh, security, clock } = deps;

  async function decide(
    tx: EntityManager,
    { viewer, code, baseVersion, profile: entry, note }: ChangeProviderProfileCommand,
  ): Promise<Result<ProfileChanged, ChangeProviderProfileError>> {
    const current = await lockCurrentVersion(tx, code);
    if (!current) return err({ kind: 'NOT_FOUND' });
    if (current.version !== baseVersion) return err({ kind: 'PROFILE_MOVED', current });
    if (!isRecord(entry)) return err({ kind: 'PROFILE_INVALID', faults: [{ field: '', rule: 'TYPE' }] });
    const checked = await checkEntry(tx, code, entry);
    if (!checked.ok) return checked;
    const fixed = fixedFaults(current.entry, entry);
    if (fixed.length > 0) return err({ kind: 'PROFILE_INVALID', faults: fixed });
    const changes = changesBetween(current.entry, entry);
    if (changes.length === 0) return err({ kind: 'PROFILE_UNCHANGED' });
    const version: ProviderVersion = {
      provider: code,
      version: baseVersion + 1,
      origin: 'OPERATOR',
      entry,
      fileDigest: null,
      changes,
      changedAt: clock.now(),
      changedBy: viewer.accountId,
      note: note.trim(),
    };
    return ok({ version, profile: checked.value, preview: await previewChange.of(tx, checked.value, changes) });
  }

  /** Keeps what was decided, once for its key; a repetition is told the same, as JSON keeps it. */
  const change = (command: ChangeProviderProfileCommand) => {
    const { viewer, idempotencyKey, dryRun: _, ...request } = command;
    return once(
      {
        owner: viewer.accountId,
        operation: 'changeProviderProfile',
        idempotencyKey,
        request: { ...request, viewer: null },
      },
      async (tx): Promise<Result<ProfileChanged, ChangeProviderProfileError>> => {
        const decided = await decide(tx, command);
        if (!decided.ok) return decided;
        const saved = await saveVersion(tx, decided.value.version);
        return saved.ok ? decided : saved;
      },
    );
  };

  return async (command) => {
    const refused = faultOf(command);
    if (refused) return err(refused);
    if (command.dryRun) {
      const key = checkIdempotencyKey(command.idempotencyKey);
      return key.ok ? unitOfWork.run((tx) => decide(tx, command)) : key;
    }
    const changed = await change(command);
    if (!changed.ok) return changed;
    await refresh();
    security.record('provider-profile-changed', {
      userId: command.viewer.accountId,
      labels: { provider: command.code },
      amount: changed.value.version.version,
    });
    return ok(revived(changed.value));
  };
}

/** What the connection of a running service was made of; and how the world outside is simulated, which only a file says. */
const fixedFaults = (before: ProviderVersion['entry'], after: ProviderVersion['entry']): ProfileFault[] => [
  ...['style', 'kind'].filter((field) => before[field] !== after[field]).map((field) => fault(field, 'FIXED')),
  ...('simulated' in after ? [fault('simulated', 'FIELD_UNKNOWN')] : []),
];

const fault = (field: string, rule: ProfileFault['rule']): ProfileFault => ({ field, rule });

function faultOf({ code, note, profile, baseVersion }: ChangeProviderProfileCommand): InvalidInput | undefined {
  const length = JSON.stringify(profile)?.length ?? 0;
  if (length > entryCharactersMax) return invalidField('profile', 'TOO_LONG', entryCharactersMax);
  if (baseVersion < 1) return invalidField('baseVersion', 'FORMAT');
  return faultOfText('code', code, 64) ?? faultOfWords('note', note, noteMax);
}

/** An answer that was kept has its moments as text. */
const revived = (changed: ProfileChanged): ProfileChanged => ({
  ...changed,
  version: { ...changed.version, changedAt: new Date(changed.version.changedAt) },
});

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
