import type { Id } from '@bindery/kernel';
import type { ProfileChange, ProviderEntry } from '../catalogue/provider-version.rules';
import type { Loosening } from './loosening.rules';

export const proposalDecisions = ['APPROVED', 'DECLINED'] as const;
export type ProposalDecision = (typeof proposalDecisions)[number];

/** OVERTAKEN: another version came into force before anybody decided, and it can only be declined. LAPSED: nobody decided in time, and nobody can any more. */
export const proposalStates = ['PROPOSED', ...proposalDecisions, 'OVERTAKEN', 'LAPSED'] as const;
export type ProposalState = (typeof proposalStates)[number];

const dayMs = 24 * 60 * 60_000;
/** Days in which another operator agrees: what was looked at then is not what somebody agrees with months later. */
const daysToDecide = 14;

/** A change that loosens a profile, and waits for a second operator. */
export interface ProfileProposal {
  readonly id: Id<'proposal'>;
  readonly provider: string;
  /** The version that it was made from. */
  readonly baseVersion: number;
  /** The whole profile as it shall be. */
  readonly entry: ProviderEntry;
  readonly changes: readonly ProfileChange[];
  /** Why it waits. */
  readonly loosens: readonly Loosening[];
  readonly note: string;
  readonly proposedBy: Id<'account'>;
  readonly proposedAt: Date;
  readonly decision: ProposalDecision | null;
  readonly decidedBy: Id<'account'> | null;
  readonly decidedAt: Date | null;
}

/** Which wait: made from one of these versions, and after this moment. */
export interface OpenProposals {
  readonly current: readonly { readonly provider: string; readonly version: number }[];
  readonly after: Date;
}

/** The version that it would be, or that has overtaken it. */
export const nextOf = ({ provider, baseVersion }: Pick<ProfileProposal, 'provider' | 'baseVersion'>) => ({
  provider,
  version: baseVersion + 1,
});

type Told = Pick<ProfileProposal, 'decision' | 'proposedAt'>;

export const lapsesAt = ({ proposedAt }: Pick<ProfileProposal, 'proposedAt'>): Date =>
  new Date(proposedAt.getTime() + daysToDecide * dayMs);

/** What was proposed before this can be decided no more. */
export const lapsedBefore = (now: Date): Date => new Date(now.getTime() - daysToDecide * dayMs);

/** How far a proposal is; `overtakenAt` is when the next version of its provider came into force, null where none has. */
export function stateOf(proposal: Told, overtakenAt: Date | null, now: Date): ProposalState {
  const { decision } = proposal;
  const end = lapsesAt(proposal);
  if (decision) return decision;
  if (overtakenAt && overtakenAt < end) return 'OVERTAKEN';
  return now >= end ? 'LAPSED' : 'PROPOSED';
}

export type ConfirmationRefused =
  /** Somebody else has to agree. */
  | { readonly kind: 'PROPOSAL_OWN' }
  | { readonly kind: 'PROPOSAL_DECIDED'; readonly state: ProposalState }
  | { readonly kind: 'PROPOSAL_LAPSED'; readonly lapsedAt: Date }
  | { readonly kind: 'PROPOSAL_OVERTAKEN' };

interface Confirming {
  readonly operatorId: Id<'account'>;
  readonly agree: boolean;
  readonly overtakenAt: Date | null;
  readonly now: Date;
}

/** Why an operator may not agree with a proposal, or decline it; null when they may. Declining takes nobody else, so whoever proposed may. */
export function refuseConfirmation(
  proposal: Told & Pick<ProfileProposal, 'proposedBy'>,
  { operatorId, agree, overtakenAt, now }: Confirming,
): ConfirmationRefused | null {
  const state = stateOf(proposal, overtakenAt, now);
  if (proposal.decision) return { kind: 'PROPOSAL_DECIDED', state };
  if (state === 'LAPSED') return { kind: 'PROPOSAL_LAPSED', lapsedAt: lapsesAt(proposal) };
  if (!agree) return null;
  if (proposal.proposedBy === operatorId) return { kind: 'PROPOSAL_OWN' };
  return state === 'OVERTAKEN' ? { kind: 'PROPOSAL_OVERTAKEN' } : null;
}
