import { newId, type Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import type { ProviderProfile } from '../catalogue';
import { lenderJobs as jobs } from './lender-requests.jobs';
import { insertRequest } from './lender-requests.repository';
import { lookedAfterMs, type LenderRequest } from './lender-request.rules';

interface Wish extends Pick<LenderRequest, 'kind' | 'bindingId' | 'subjectId' | 'body'> {
  readonly profile: Pick<ProviderProfile, 'code' | 'operationDeadlineSeconds'>;
  readonly now: Date;
}

/** Has a lender asked for something, in the transaction that wants it: it leaves when that is committed. */
export async function placeRequest(tx: EntityManager, { profile, now, ...wish }: Wish): Promise<Id<'operation'>> {
  const id = newId('operation', now.getTime());
  await insertRequest(tx, {
    ...wish,
    id,
    provider: profile.code,
    state: 'OPEN',
    cause: null,
    createdAt: now,
    deadline: new Date(now.getTime() + profile.operationDeadlineSeconds * 1000),
    sentAt: null,
    asked: 0,
    askedAt: null,
    said: null,
    saidAt: null,
    nextCheckAt: new Date(now.getTime() + lookedAfterMs),
    overdueAt: null,
    settledAt: null,
  });
  await jobs.enqueue(tx, 'send-lender-request', { requestId: id }, { jobKey: `lender send ${id}` });
  return id;
}
