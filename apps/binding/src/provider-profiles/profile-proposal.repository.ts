import type { Id } from '@bindery/kernel';
import { pageOf, toPage, type Page, type PageRequest } from '@bindery/persistence';
import { IsNull, MoreThan, type EntityManager } from 'typeorm';
import { ProfileProposalRow } from './profile-proposal.entity';
import type { OpenProposals, ProfileProposal } from './profile-proposal.rules';

export const findProposal = (db: EntityManager, id: Id<'proposal'>): Promise<ProfileProposal | null> =>
  db.findOneBy(ProfileProposalRow, { id });

/** All there are, the newest first; with `open` only those that wait: made from one of these versions, and after this moment. */
export async function listProposals(
  db: EntityManager,
  open: OpenProposals | null,
  page: PageRequest,
): Promise<Page<ProfileProposal>> {
  const { direction, take, where } = pageOf(page, 'DESC');
  const wanted = open?.current.map(({ provider, version }) => ({
    provider,
    baseVersion: version,
    decision: IsNull(),
    proposedAt: MoreThan(open.after),
    ...where('id'),
  }));
  const rows =
    wanted?.length === 0
      ? []
      : await db.find(ProfileProposalRow, { where: wanted ?? where('id'), order: { id: direction }, take });
  return toPage(rows, page);
}

/** One that nobody has decided yet. */
export async function insertProposal(tx: EntityManager, proposal: ProfileProposal): Promise<void> {
  const { id, provider, baseVersion, entry, changes, loosens, note, proposedBy, proposedAt } = proposal;
  await tx.query(
    `INSERT INTO profile_proposal (id, provider, base_version, entry, changes, loosens, note, proposed_by, proposed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      id,
      provider,
      baseVersion,
      JSON.stringify(entry),
      JSON.stringify(changes),
      JSON.stringify(loosens),
      note,
      proposedBy,
      proposedAt,
    ],
  );
}

/** Notes who decided it and how; false where somebody had before. */
export async function saveProposalDecided(
  tx: EntityManager,
  id: Id<'proposal'>,
  decided: Required<Pick<ProfileProposalRow, 'decision' | 'decidedBy' | 'decidedAt'>>,
): Promise<boolean> {
  const { affected } = await tx.update(ProfileProposalRow, { id, decision: IsNull() }, decided);
  return affected === 1;
}
