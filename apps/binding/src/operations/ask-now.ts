import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import { operationJobs as jobs } from './operations.jobs';

/** Brings the next question about something forward to now; where a provider has not taken it at all, the question finds that out. Nothing is sent by it. */
export const askOperationNow = (tx: EntityManager, operationId: Id<'operation'>): Promise<void> =>
  jobs.enqueue(tx, 'query-operation', { operationId }, { jobKey: `query ${operationId}` });

/** The same of what is done about what hangs on a card. */
export const askActNow = (tx: EntityManager, operationId: Id<'operation'>): Promise<void> =>
  jobs.enqueue(tx, 'query-act', { operationId }, { jobKey: `query ${operationId}` });

/** Has a credential compared with its provider now. */
export const compareNow = (tx: EntityManager, bindingId: Id<'binding'>): Promise<void> =>
  jobs.enqueue(tx, 'compare-with-provider', { bindingId }, { jobKey: `compare ${bindingId}` });

/** Has it looked now whether a card that must be off can be taken off at its provider. */
export const lookAtRemoval = (tx: EntityManager, bindingId: Id<'binding'>): Promise<void> =>
  jobs.enqueue(tx, 'remove-at-provider', { bindingId }, { jobKey: `remove ${bindingId}` });
