import type { Clock, Id } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { EntityManager } from 'typeorm';
import { openCase } from '../cases';
import type { ProviderProfile } from '../catalogue';
import { lockBinding } from '../lifecycle';
import { queryDelayMs } from '../operations';
import { lenderJobs as jobs } from './lender-requests.jobs';
import { findRequest, lockRequest, saveRequestAsked, saveRequestOverdue } from './lender-requests.repository';
import { lookedAfterMs } from './lender-request.rules';

/** Has a lender asked again how a request stands; past its deadline it is a case, and is asked about on. */
export type AskLater = (requestId: Id<'operation'>, atOnce?: boolean) => Promise<void>;

/** Brings the next question to a lender forward to now; nothing is sent by it. */
export const askLenderNow = (tx: EntityManager, requestId: Id<'operation'>): Promise<void> =>
  jobs.enqueue(tx, 'ask-lender-request', { requestId }, { jobKey: `lender ask ${requestId}` });

interface AskLaterDeps {
  readonly unitOfWork: UnitOfWork;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly clock: Clock;
}

export function createAskLater({ unitOfWork, profiles, clock }: AskLaterDeps): AskLater {
  return (requestId, atOnce = false) =>
    unitOfWork.run(async (tx) => {
      const known = await findRequest(tx, requestId);
      const locked = known && (await lockBinding(tx, known.bindingId));
      const request = locked && (await lockRequest(tx, requestId));
      if (!locked || request?.state !== 'OPEN') return;
      const now = clock.now();
      const leftMs = request.deadline.getTime() - now.getTime();
      if (leftMs <= 0 && !request.overdueAt) {
        await saveRequestOverdue(tx, requestId, now);
        await openCase(tx, request.bindingId, 'LENDER_OVERDUE', now);
      }
      const tells = profiles.get(locked.binding.provider)?.confirmation;
      const runAt = new Date(now.getTime() + (atOnce ? 0 : queryDelayMs(request.asked, leftMs, tells)));
      await saveRequestAsked(tx, request, new Date(runAt.getTime() + lookedAfterMs));
      await jobs.enqueue(tx, 'ask-lender-request', { requestId }, { runAt, jobKey: `lender ask ${requestId}` });
    });
}
