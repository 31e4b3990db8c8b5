import type { EntityManager } from 'typeorm';
import type { OperationRef } from '@bindery/card-lifecycle';
import type { BindingJobs } from './operations.jobs';
import { findOperation, openOperationRow } from './operation.repository';
import type { Step } from '../lifecycle/transitions';
import { queryDelayMs } from './query-backoff.rules';
import { overlookedAfterMs, scheduleQuery } from './schedule-query';

/** Opens the operation and has it sent after the commit; its id is the key that keeps it to one effect. */
export async function sendOperation(
  tx: EntityManager,
  jobs: BindingJobs,
  { id, kind }: OperationRef,
  { binding, at }: Step,
): Promise<void> {
  if (kind === 'ACTIVATE') throw new Error('an activation is the provider’s own step and is never sent');
  const nextCheckAt = new Date(at.getTime() + overlookedAfterMs);
  await openOperationRow(tx, { id, bindingId: binding.id, provider: binding.provider, kind, nextCheckAt, at });
  await jobs.enqueue(tx, 'send-operation', { operationId: id }, { jobKey: `send ${id}` });
}

/** Asks how an operation stands, later the more often it was asked; or without one, how the card does. */
export async function queryProvider(
  tx: EntityManager,
  jobs: BindingJobs,
  operation: OperationRef | undefined,
  { binding, at }: Step,
): Promise<void> {
  if (operation) {
    const asked = (await findOperation(tx, operation.id))?.asked ?? 0;
    await scheduleQuery(
      tx,
      jobs,
      operation.id,
      new Date(at.getTime() + queryDelayMs(asked, at >= new Date(operation.deadline))),
    );
  } else {
    await jobs.enqueue(tx, 'compare-with-provider', { bindingId: binding.id }, { jobKey: `compare ${binding.id}` });
  }
}

/** Never loosens: theirs is adopted by asking again and believing that it is gone; ours is told once more. */
export async function heal(
  tx: EntityManager,
  jobs: BindingJobs,
  how: 'ADOPT_THEIRS' | 'REAPPLY_OURS',
  { binding }: Step,
): Promise<void> {
  const bindingId = binding.id;
  if (how === 'ADOPT_THEIRS')
    await jobs.enqueue(tx, 'compare-with-provider', { bindingId }, { jobKey: `compare ${bindingId}` });
  else await jobs.enqueue(tx, 'reapply-holds', { bindingId });
}
