import type { EntityManager } from 'typeorm';
import { err, ok, type Clock, type Id, type Result } from '@bindery/kernel';
import type { Once } from '@bindery/persistence';
import type { SecurityLog } from '@bindery/service';
import type { Viewer } from '@bindery/trust';
import { listTheseVersions, lockCurrentVersion, type ProviderVersion, type SaveVersion } from '../catalogue';
import { findProposal, saveProposalDecided } from './profile-proposal.repository';
import { nextOf, refuseConfirmation, type ProfileProposal } from './profile-proposal.rules';
import type { ConfirmProfileChangeError } from './provider-profiles.errors';

export interface ConfirmProfileChangeCommand {
  /** An operator: whoever calls has looked. */
  readonly viewer: Viewer;
  readonly idempotencyKey: string;
  /** The proposal that was read. */
  readonly proposalId: Id<'proposal'>;
  readonly agree: boolean;
}

/** What was decided, and the version that is in force by it; null where it was declined. */
export interface ProfileChangeConfirmed {
  readonly proposal: ProfileProposal;
  readonly version: ProviderVersion | null;
}

type Outcome = Result<ProfileChangeConfirmed, ConfirmProfileChangeError>;
export type ConfirmProfileChange = (command: ConfirmProfileChangeCommand) => Promise<Outcome>;

interface ConfirmProfileChangeDeps {
  readonly once: Once;
  readonly saveVersion: SaveVersion;
  /** Takes the change over in this process. */
  readonly refresh: () => Promise<void>;
  readonly security: Pick<SecurityLog, 'record'>;
  readonly clock: Clock;
}

/** Another operator agrees with a change that loosens, which puts it in force; or either of them declines it. */
export function createConfirmProfileChange(deps: ConfirmProfileChangeDeps): ConfirmProfileChange {
  const { once, saveVersion, refresh, security, clock } = deps;

  async function decide(tx: EntityManager, command: ConfirmProfileChangeCommand): Promise<Outcome> {
    const { viewer, proposalId, agree } = command;
    const known = await findProposal(tx, proposalId);
    const current = known && (await lockCurrentVersion(tx, known.provider));
    // Again under the lock: somebody may have decided meanwhile.
    const proposal = current && (await findProposal(tx, proposalId));
    if (!proposal) return err({ kind: 'NOT_FOUND' });
    const now = clock.now();
    const [next] = await listTheseVersions(tx, [nextOf(proposal)]);
    const overtakenAt = next?.changedAt ?? null;
    const refusal = refuseConfirmation(proposal, { operatorId: viewer.accountId, agree, overtakenAt, now });
    if (refusal) return err(refusal.kind === 'PROPOSAL_OVERTAKEN' ? { kind: 'PROFILE_MOVED', current } : refusal);
    const decided = {
      decision: agree ? ('APPROVED' as const) : ('DECLINED' as const),
      decidedBy: viewer.accountId,
      decidedAt: now,
    };
    const version = agree ? versionOf(proposal, decided) : null;
    const saved = version && (await saveVersion(tx, version));
    if (saved && !saved.ok) return saved;
    if (!(await saveProposalDecided(tx, proposalId, decided)))
      throw new Error(`proposal ${proposalId} was decided by somebody who held no lock`);
    return ok({ proposal: { ...proposal, ...decided }, version });
  }

  return async (command) => {
    const { viewer, idempotencyKey, proposalId, agree } = command;
    const request = { proposalId, agree };
    const result = await once(
      { owner: viewer.accountId, operation: 'confirmProviderProfileChange', idempotencyKey, request },
      (tx) => decide(tx, command),
    );
    if (!result.ok) return result;
    const { version, proposal } = result.value;
    const { provider } = proposal;
    if (agree) await refresh();
    security.record(agree ? 'provider-profile-changed' : 'provider-profile-declined', {
      userId: viewer.accountId,
      labels: { provider, subject: proposalId },
      ...(version && { amount: version.version }),
    });
    return ok(revived(result.value));
  };
}

/** What comes into force: the words of whoever proposed it, by the yes of another. */
const versionOf = (
  { provider, baseVersion, entry, changes, note, proposedBy }: ProfileProposal,
  { decidedBy, decidedAt }: { decidedBy: Id<'account'>; decidedAt: Date },
): ProviderVersion => ({
  provider,
  version: baseVersion + 1,
  origin: 'OPERATOR',
  entry,
  fileDigest: null,
  changes: [...changes],
  changedAt: decidedAt,
  changedBy: proposedBy,
  approvedBy: decidedBy,
  note,
});

/** An answer that was kept has its moments as text. */
const revived = ({ proposal, version }: ProfileChangeConfirmed): ProfileChangeConfirmed => ({
  proposal: {
    ...proposal,
    proposedAt: new Date(proposal.proposedAt),
    decidedAt: proposal.decidedAt && new Date(proposal.decidedAt),
  },
  version: version && { ...version, changedAt: new Date(version.changedAt) },
});
