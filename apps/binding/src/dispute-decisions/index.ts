import { handleJobs } from '@bindery/jobs';
import type { Feature, FeatureClasses, Foundation } from '@bindery/subgraph';
import type { Catalogue } from '../catalogue';
import { createTellDispute, disputeJobs, findDispute, findEvidence, listDecisions, listDisputes } from '../disputes';
import { createRevokeLoan } from '../loans';
import type { FactBook, Transitions } from '../lifecycle';
import { createConcludeDispute } from './conclude-dispute';
import { createConfirmDecision, createDecideDispute } from './decide-dispute';
import { DisputeDecisionsResolver } from './dispute-decisions.resolver';
import { createMeetDeadline, createSettleDispute } from './meet-deadline';
import { createSettleCard } from './settle-card';
import { createSettleOthers } from './settle-others';

export const disputeDecisionsClasses = { resolvers: [DisputeDecisionsResolver] } satisfies FeatureClasses;

interface DisputeDecisionsDeps {
  readonly transitions: Transitions;
  readonly facts: FactBook;
  readonly catalogue: Catalogue;
}

/** Our people's side of a dispute: the queue, the decision by one or two of them, and what follows of it. */
export function createDisputeDecisions(
  { db, once, unitOfWork, outbox, clock, security }: Foundation,
  { transitions, facts, catalogue }: DisputeDecisionsDeps,
) {
  const { profiles } = catalogue;
  const tell = createTellDispute(outbox, (provider) => catalogue.profileOf(provider).name);
  const settleCard = createSettleCard({ transitions, profiles, clock });
  const revokeLoan = createRevokeLoan({ catalogue, clock });
  const settleOthers = createSettleOthers({ revokeLoan, tell });
  const concludeDispute = createConcludeDispute({ facts, profiles, settleCard, settleOthers, revokeLoan, tell, clock });
  const deciding = { once, concludeDispute, security, clock };
  const later = { unitOfWork, settleCard, tell, clock };
  const meetDeadline = createMeetDeadline(later);
  const settleDispute = createSettleDispute(later);
  return {
    feature: {
      resolvers: [
        new DisputeDecisionsResolver({
          findDispute: (id) => findDispute(db, id),
          findEvidence: (id) => findEvidence(db, id),
          listDecisions: (id) => listDecisions(db, [id]),
          listDisputes: (...of) => listDisputes(db, ...of),
          decideDispute: createDecideDispute(deciding),
          confirmDecision: createConfirmDecision(deciding),
        }),
      ],
      jobs: handleJobs(disputeJobs, {
        'dispute-deadline': ({ disputeId }) => meetDeadline(disputeId),
        'settle-dispute': ({ disputeId }) => settleDispute(disputeId),
      }),
    } satisfies Feature,
  };
}
