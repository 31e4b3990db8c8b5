import { newId, type Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import { saveOperationOpen } from '../operation.repository';
import { operationJobs } from '../operations.jobs';
import { stuckAfterMs } from '../query-backoff.rules';
import type { ActDetails } from './act.rules';
import { insertAct } from './acts.repository';

export interface NewAct extends Omit<ActDetails, 'operationId' | 'askedAt' | 'endedAt' | 'deadline'> {
  readonly provider: string;
}

/**
 * Opens an operation about what hangs on a card, and has it sent after the commit; its id is the key that keeps it to one effect. Throws a unique
 * violation of `obligation_act_open` where something is done about the same already.
 */
export async function beginAct(
  tx: EntityManager,
  { provider, ...act }: NewAct,
  { operationDeadlineSeconds }: { readonly operationDeadlineSeconds: number },
  at: Date,
): Promise<{ readonly operationId: Id<'operation'>; readonly deadline: Date }> {
  const operationId = newId('operation', at.getTime());
  const deadline = new Date(at.getTime() + operationDeadlineSeconds * 1000);
  const nextCheckAt = new Date(at.getTime() + stuckAfterMs);
  await saveOperationOpen(tx, { id: operationId, bindingId: act.bindingId, provider, kind: act.kind, nextCheckAt, at });
  await insertAct(tx, { ...act, operationId, deadline, askedAt: at, endedAt: null });
  await operationJobs.enqueue(tx, 'send-act', { operationId }, { jobKey: `send ${operationId}` });
  return { operationId, deadline };
}
