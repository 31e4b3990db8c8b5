import type { Clock, Id } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { Connectors, Lending, LendingOutcome } from '../providers';
import type { AskLater } from './ask-later';
import type { LenderRequest } from './lender-request.rules';
import { lenderJobs as jobs } from './lender-requests.jobs';
import { findRequest, saveRequestHeard, saveRequestSent, saveRequestUnsent } from './lender-requests.repository';
import type { SettleRequest } from './settle-request';

export interface RequestDeps {
  readonly unitOfWork: UnitOfWork;
  readonly connectors: Connectors;
  readonly settleRequest: SettleRequest;
  readonly askLater: AskLater;
  readonly clock: Clock;
}

function lendingOf({ connectors }: Pick<RequestDeps, 'connectors'>, { provider }: LenderRequest): Lending {
  const { lending } = connectors(provider);
  if (!lending) throw new Error(`${provider} lends nothing`);
  return lending;
}

/** Keeps what the lender has said, or that it has not. */
const hear = (
  { unitOfWork, clock }: Pick<RequestDeps, 'unitOfWork' | 'clock'>,
  { id }: LenderRequest,
  { status }: LendingOutcome,
  asked: boolean,
): Promise<void> =>
  unitOfWork.run((tx) =>
    saveRequestHeard(tx, id, { asked, said: status === 'UNKNOWN' ? null : status, at: clock.now() }),
  );

async function take(
  { settleRequest, askLater }: Pick<RequestDeps, 'settleRequest' | 'askLater'>,
  { id: requestId, kind }: LenderRequest,
  answer: LendingOutcome,
): Promise<void> {
  // A loan without a number is one that nobody could ask about, or revoke: the lender has to say which.
  const isNameless = kind === 'OPEN_LOAN' && answer.status === 'CONFIRMED' && answer.loanNumber === undefined;
  if (isNameless) return askLater(requestId);
  if (answer.status === 'CONFIRMED' || answer.status === 'REFUSED') return settleRequest(requestId, answer);
  await askLater(requestId);
}

/** Sends a request once. That it leaves is committed first: a run that finds it said asks how it stands, as it may have left. */
export function createSendRequest(deps: RequestDeps) {
  const { unitOfWork, clock, askLater } = deps;
  return async ({ requestId }: { requestId: Id<'operation'> }): Promise<void> => {
    const found = await unitOfWork.run(async (tx) => {
      const request = await findRequest(tx, requestId);
      return request?.state === 'OPEN'
        ? { request, first: await saveRequestSent(tx, requestId, clock.now()) }
        : undefined;
    });
    if (!found) return;
    if (!found.first) return askLater(requestId, true);
    const { request } = found;
    const answer = await lendingOf(deps, request).send({ ...request.body, requestId, kind: request.kind });
    await hear(deps, request, answer, false);
    await take(deps, request, answer);
  };
}

/** Asks how a request stands. Only where its lender has never heard of it is it sent again, under its own id. */
export function createAskRequest(deps: RequestDeps) {
  const { unitOfWork } = deps;
  return async ({ requestId }: { requestId: Id<'operation'> }): Promise<void> => {
    const request = await unitOfWork.run((tx) => findRequest(tx, requestId));
    if (request?.state !== 'OPEN') return;
    const answer = await lendingOf(deps, request).query(requestId);
    await hear(deps, request, answer, true);
    if (answer.status !== 'NOT_KNOWN') return take(deps, request, answer);
    // What is still on its way may come late: it is sent again after some questions, and by the same id has one effect.
    if (request.asked < 3) return deps.askLater(requestId);
    await unitOfWork.run(async (tx) => {
      await saveRequestUnsent(tx, requestId);
      await jobs.enqueue(tx, 'send-lender-request', { requestId }, { jobKey: `lender send ${requestId}` });
    });
  };
}
