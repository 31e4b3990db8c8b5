import { handleJobs } from '@bindery/jobs';
import type { Clock } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { Feature, FeatureClasses } from '@bindery/subgraph';
import type { EntityManager } from 'typeorm';
import type { Catalogue } from '../catalogue';
import type { Connectors } from '../providers';
import { createAskLater } from './ask-later';
import { LenderRequestRow } from './lender-request.entity';
import { lenderJobs as jobs } from './lender-requests.jobs';
import { listStuckRequests } from './lender-requests.repository';
import { createAskRequest, createSendRequest } from './send-request';
import { createSettleRequestIn, type RequestFollowers, type SettleRequest } from './settle-request';

export { askLenderNow } from './ask-later';
export { LenderStandingEnum } from './lender-standing.enums';
export { standingOf, type LenderRequest, type LenderStanding } from './lender-request.rules';
export { findOpenMove, hasAnswerDue, listOpenRequests, listRequestsAbout } from './lender-requests.repository';
export { placeRequest } from './place-request';
export type { FollowRequest, RequestFollowers, SettleRequestIn } from './settle-request';

export const lenderRequestsClasses = { entities: [LenderRequestRow] } satisfies FeatureClasses;

/** Has those looked after whose job is lost, at most so many. */
export async function followLenderRequests(tx: EntityManager, now: Date, limit: number): Promise<void> {
  for (const { id: requestId, sentAt } of await listStuckRequests(tx, now, limit))
    if (sentAt === null)
      await jobs.enqueue(tx, 'send-lender-request', { requestId }, { jobKey: `lender send ${requestId}` });
    else await jobs.enqueue(tx, 'ask-lender-request', { requestId }, { jobKey: `lender ask ${requestId}` });
}

interface LenderRequestsDeps {
  readonly connectors: Connectors;
  readonly catalogue: Catalogue;
  /** What follows of the end of a request, by the features that ask. */
  readonly followers: RequestFollowers;
}

/** What lenders are asked beside binding an account: sent once, asked about where the answer is not clear, ended or a case by the deadline. */
export function createLenderRequests(
  { unitOfWork, clock }: { readonly unitOfWork: UnitOfWork; readonly clock: Clock },
  { connectors, catalogue, followers }: LenderRequestsDeps,
) {
  const settleRequestIn = createSettleRequestIn({ followers, clock });
  const settleRequest: SettleRequest = (requestId, outcome) =>
    unitOfWork.run(async (tx) => void (await settleRequestIn(tx, requestId, outcome)));
  const deps = {
    unitOfWork,
    connectors,
    settleRequest,
    askLater: createAskLater({ unitOfWork, profiles: catalogue.profiles, clock }),
    clock,
  };
  return {
    settleRequestIn,
    feature: {
      jobs: handleJobs(jobs, {
        'send-lender-request': createSendRequest(deps),
        'ask-lender-request': createAskRequest(deps),
      }),
    } satisfies Feature,
  };
}
