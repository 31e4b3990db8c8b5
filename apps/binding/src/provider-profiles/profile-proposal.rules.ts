import type { Id } from '@bindery/kernel';
import type { ProfileChange, ProviderEntry } from '../catalogue/provider-version.rules';
import type { Loosening } from './loosening.rules';

export const proposalDecisions = ['APPROVED', 'DECLINED'] as const;
export type ProposalDecision = (typeof proposalDecisions)[number];

/** OVERTAKEN: another version came into force before anybody decided, and it can only be declined. */
export const proposalStates = ['PROPOSED', ...proposalDecisions, 'OVERTAKEN'] as const;
export type ProposalState = (typeof proposalStates)[number];

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

/** How far a proposal is, where `current` is the version in force; undefined where there is none. */
export const stateOf = (
  { decision, baseVersion }: Pick<ProfileProposal, 'decision' | 'baseVersion'>,
  current: number | undefined,
): ProposalState => decision ?? (baseVersion === current ? 'PROPOSED' : 'OVERTAKEN');

export type ConfirmationRefused =
  /** Somebody else has to agree. */
  | { readonly kind: 'PROPOSAL_OWN' }
  | { readonly kind: 'PROPOSAL_DECIDED'; readonly state: ProposalState }
  | { readonly kind: 'PROPOSAL_OVERTAKEN' };

/** Why an operator may not agree with a proposal, or decline it; null when they may. Declining takes nobody else, so whoever proposed may. */
export function refuseConfirmation(
  proposal: Pick<ProfileProposal, 'decision' | 'baseVersion' | 'proposedBy'>,
  { operatorId, agree, current }: { operatorId: Id<'account'>; agree: boolean; current: number },
): ConfirmationRefused | null {
  const state = stateOf(proposal, current);
  if (proposal.decision) return { kind: 'PROPOSAL_DECIDED', state };
  if (!agree) return null;
  if (proposal.proposedBy === operatorId) return { kind: 'PROPOSAL_OWN' };
  return state === 'OVERTAKEN' ? { kind: 'PROPOSAL_OVERTAKEN' } : null;
}
