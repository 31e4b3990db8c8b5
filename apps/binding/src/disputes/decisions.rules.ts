import type { Id } from '@bindery/kernel';
import type { Dispute } from './disputes.rules';

export const decisions = ['UPHOLD', 'REJECT'] as const;
export type Decision = (typeof decisions)[number];

/** DECIDED: alone, which only a rejection can be. */
export const decisionSteps = ['PROPOSED', 'CONFIRMED', 'DISAGREED', 'DECIDED'] as const;
export type DecisionStep = (typeof decisionSteps)[number];

export interface DisputeDecision {
  readonly id: Id<'decision'>;
  readonly disputeId: Id<'dispute'>;
  readonly step: DecisionStep;
  readonly decision: Decision;
  readonly words: string | null;
  readonly decidedBy: Id<'account'>;
  readonly at: Date;
}

export type DecisionRefused =
  | { readonly kind: 'NOT_IMPARTIAL'; readonly reason: 'OWN_ACCOUNT' | 'ACTED_ON_IT' | 'PROPOSED_IT' }
  | { readonly kind: 'DISPUTE_MOVED'; readonly state: Dispute['state'] };

interface Who {
  readonly agentId: Id<'account'>;
  /** Who had a part in what was done with the binding before: reviewed it, or decided an earlier dispute of it. */
  readonly actors: ReadonlySet<Id<'account'>>;
}

/** Nobody decides about themselves, nor about what they had a part in. */
function partiality({ accountId }: Pick<Dispute, 'accountId'>, { agentId, actors }: Who): DecisionRefused | null {
  if (agentId === accountId) return { kind: 'NOT_IMPARTIAL', reason: 'OWN_ACCOUNT' };
  return actors.has(agentId) ? { kind: 'NOT_IMPARTIAL', reason: 'ACTED_ON_IT' } : null;
}

/** Whether somebody may decide, or propose to uphold; null when they may. */
export const refuseDecision = (dispute: Pick<Dispute, 'accountId' | 'state'>, who: Who): DecisionRefused | null =>
  partiality(dispute, who) ?? (dispute.state === 'OPEN' ? null : { kind: 'DISPUTE_MOVED', state: dispute.state });

/** Whether somebody may confirm what another has proposed, or differ; null when they may. It has to be the proposal that they read. */
export function refuseConfirmation(
  dispute: Pick<Dispute, 'accountId' | 'state'>,
  proposal: Pick<DisputeDecision, 'id' | 'decidedBy'> | null,
  { decisionId, ...who }: Who & { readonly decisionId: Id<'decision'> },
): DecisionRefused | null {
  const partial = partiality(dispute, who);
  if (partial) return partial;
  if (dispute.state !== 'PROPOSED' || proposal?.id !== decisionId)
    return { kind: 'DISPUTE_MOVED', state: dispute.state };
  return proposal.decidedBy === who.agentId ? { kind: 'NOT_IMPARTIAL', reason: 'PROPOSED_IT' } : null;
}
