import type { EntityManager } from 'typeorm';
import {
  err,
  faultOfText,
  faultOfWords,
  invalidField,
  newId,
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
  type ReadEntry,
  type SaveVersion,
} from '../catalogue';
import { loosenedBy } from './loosening.rules';
import type { ChangePreview, PreviewChange } from './preview-change';
import { insertProposal } from './profile-proposal.repository';
import type { ProfileProposal } from './profile-proposal.rules';
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

/** What is in force from now on, or would be: at once, or after another operator has agreed. */
export interface ProfileChanged {
  readonly version: ProviderVersion;
  readonly profile: ProviderProfile;
  readonly preview: ChangePreview;
  /** What waits for another operator, so that nothing has changed yet; null where it takes none, and in a dry run. */
  readonly proposal: ProfileProposal | null;
}

export type ChangeProviderProfile = (
  command: ChangeProviderProfileCommand,
) => Promise<Result<ProfileChanged, ChangeProviderProfileError>>;

interface ChangeProviderProfileDeps {
  readonly once: Once;
  readonly unitOfWork: UnitOfWork;
  readonly saveVersion: SaveVersion;
  readonly readEntry: ReadEntry;
  readonly previewChange: PreviewChange;
  /** Takes the change over in this process. */
  readonly refresh: () => Promise<void>;
  readonly security: Pick<SecurityLog, 'record'>;
  readonly clock: Clock;
}

export const noteMax = 500;

/** Three times the longest profile there is: what is longer is none. */
const entryCharactersMax = 100_000;

/** What becomes of a wish: the version that it would be, or why there is none. Reads only, and holds the lock of the provider's versions. */
function createDecide({
  readEntry,
  previewChange,
  clock,
}: Pick<ChangeProviderProfileDeps, 'readEntry' | 'previewChange' | 'clock'>) {
  return async function decide(
    tx: EntityManager,
    { viewer, code, baseVersion, profile: entry, note }: ChangeProviderProfileCommand,
  ): Promise<Result<ProfileChanged, ChangeProviderProfileError>> {
    const current = await lockCurrentVersion(tx, code);
    if (!current) return err({ kind: 'NOT_FOUND' });
    if (current.version !== baseVersion) return err({ kind: 'PROFILE_MOVED', current });
    if (!isRecord(entry)) return err({ kind: 'PROFILE_INVALID', faults: [{ field: '', rule: 'TYPE' }] });
    const checked = await checkEntry(tx, code, entry, readEntry);
    if (!checked.ok) return checked;
    const fixed = fixedFaults(current.entry, entry);
    if (fixed.length > 0) return err({ kind: 'PROFILE_INVALID', faults: fixed });
    const changes = changesBetween(current.entry, entry);
    if (changes.length === 0) return err({ kind: 'PROFILE_UNCHANGED' });
    // As both are in force: what an entry leaves out comes from its file.
    const after = readEntry(code, entry);
    if (!after.ok) return err({ kind: 'PROFILE_INVALID', faults: after.error });
    const before = readEntry(code, current.entry);
    const loosens = loosenedBy(before.ok ? before.value : null, after.value);
    const version: ProviderVersion = {
      provider: code,
      version: baseVersion + 1,
      origin: 'OPERATOR',
      entry,
      fileDigest: null,
      changes,
      changedAt: clock.now(),
      changedBy: viewer.accountId,
      approvedBy: null,
      note: note.trim(),
    };
    const preview = await previewChange.of(tx, after.value, changes, loosens);
    return ok({ version, profile: after.value, preview, proposal: null });
  };
}

/**
 * Puts another version of a provider's profile in force; where it loosens, only proposes it, which another operator has to agree with. With `dryRun` it
 * only tells whom it would meet, and whether it takes another.
 */
export function createChangeProviderProfile(deps: ChangeProviderProfileDeps): ChangeProviderProfile {
  const { once, unitOfWork, saveVersion, refresh, security } = deps;
  const decide = createDecide(deps);

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
        if (decided.value.preview.loosens.length > 0) {
          const proposal = proposalOf(command, decided.value);
          await insertProposal(tx, proposal);
          return ok({ ...decided.value, proposal });
        }
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
    const { proposal, version } = changed.value;
    const told = { userId: command.viewer.accountId, amount: version.version };
    if (proposal) {
      security.record('provider-profile-proposed', {
        ...told,
        labels: { provider: command.code, subject: proposal.id },
      });
      return ok(revived(changed.value));
    }
    await refresh();
    security.record('provider-profile-changed', { ...told, labels: { provider: command.code } });
    return ok(revived(changed.value));
  };
}

/** What waits for another operator: the change as it would come into force, and why it waits. */
const proposalOf = (
  { viewer, note }: ChangeProviderProfileCommand,
  { version, preview }: ProfileChanged,
): ProfileProposal => ({
  id: newId('proposal', version.changedAt.getTime()),
  provider: version.provider,
  baseVersion: version.version - 1,
  entry: version.entry,
  changes: version.changes,
  loosens: preview.loosens,
  note: note.trim(),
  proposedBy: viewer.accountId,
  proposedAt: version.changedAt,
  decision: null,
  decidedBy: null,
  decidedAt: null,
});

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
  proposal: changed.proposal && { ...changed.proposal, proposedAt: new Date(changed.proposal.proposedAt) },
  version: { ...changed.version, changedAt: new Date(changed.version.changedAt) },
});

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
