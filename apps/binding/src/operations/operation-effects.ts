import type { EntityManager } from 'typeorm';
import { openOperation, type OperationRef, type TriggerType } from '@bindery/card-lifecycle';
import type { EffectPart, Step } from '../lifecycle';
import { saveCasesClosed } from '../cases';
import type { Catalogue, ConfirmationMode } from '../catalogue';
import type { OperationState } from './operation.entity';
import { saveOperationClosed, findOperation, saveOperationOpen } from './operation.repository';
import { compareNow, lookAtRemoval } from './ask-now';
import { operationJobs as jobs } from './operations.jobs';
import { queryDelayMs, stuckAfterMs } from './query-backoff.rules';
import { scheduleQuery } from './schedule-query';

/** What steps ask of the provider. */
export const createOperationEffects = ({ profiles }: Pick<Catalogue, 'profiles'>) =>
  ({
    handlers: {
      SendOperation: (tx, { operation }, step) => sendOperation(tx, operation, step),
      QueryProvider: (tx, { operation }, step) =>
        queryProvider(tx, operation, step, profiles.get(step.binding.provider)?.confirmation),
      ReapplyHolds: (tx, _effect, { binding }) => jobs.enqueue(tx, 'reapply-holds', { bindingId: binding.id }),
      HealDivergence: (tx, { how }, step) => heal(tx, how, step),
      RemoveAtProvider: (tx, _effect, { binding: { id: bindingId } }) => lookAtRemoval(tx, bindingId),
    },
    before: closeAnswered,
  }) satisfies EffectPart;

const answers: Partial<Record<TriggerType, Exclude<OperationState, 'OPEN'>>> = {
  ProviderConfirmed: 'CONFIRMED',
  ProviderSaysAbsent: 'CONFIRMED',
  ProviderRefused: 'REFUSED',
};

/**
 * The operation that was open before the step and is not any more has been answered, or given up for another: what was opened for want of an answer is
 * settled. So is a divergence once nothing is in doubt, whichever way that came about.
 */
async function closeAnswered(tx: EntityManager, { before, binding, trigger, cause, at }: Step): Promise<void> {
  const was = before && openOperation(before.sync);
  const isAnswered = was && was.id !== openOperation(binding.state.sync)?.id;
  if (isAnswered) await saveOperationClosed(tx, was.id, answers[trigger.type] ?? 'SUPERSEDED', at, cause ?? null);
  const isClear = before && before.sync.state !== 'IN_SYNC' && binding.state.sync.state === 'IN_SYNC';
  const settled = [...(isAnswered ? (['OVERDUE'] as const) : []), ...(isClear ? (['DIVERGED'] as const) : [])];
  if (settled.length > 0) await saveCasesClosed(tx, binding.id, settled, at);
}

/** Opens the operation and has it sent after the commit; its id is the key that keeps it to one effect. */
async function sendOperation(tx: EntityManager, { id, kind }: OperationRef, { binding, at }: Step): Promise<void> {
  if (kind === 'ACTIVATE') throw new Error('an activation is the provider’s own step and is never sent');
  const nextCheckAt = new Date(at.getTime() + stuckAfterMs);
  await saveOperationOpen(tx, { id, bindingId: binding.id, provider: binding.provider, kind, nextCheckAt, at });
  await jobs.enqueue(tx, 'send-operation', { operationId: id }, { jobKey: `send ${id}` });
}

/** Asks how an operation stands, later the more often it was asked; or without one, how the card does. */
async function queryProvider(
  tx: EntityManager,
  operation: OperationRef | undefined,
  { binding, at }: Step,
  tells: ConfirmationMode | undefined,
): Promise<void> {
  if (operation) {
    const asked = (await findOperation(tx, operation.id))?.asked ?? 0;
    const delayMs = queryDelayMs(asked, Number(new Date(operation.deadline)) - Number(at), tells);
    await scheduleQuery(tx, operation.id, new Date(at.getTime() + delayMs));
  } else {
    await compareNow(tx, binding.id);
  }
}

/** Never loosens: theirs is adopted by asking again and believing that it is gone; ours is told once more. */
async function heal(tx: EntityManager, how: 'ADOPT_THEIRS' | 'REAPPLY_OURS', { binding }: Step): Promise<void> {
  const bindingId = binding.id;
  if (how === 'ADOPT_THEIRS') await compareNow(tx, bindingId);
  else await jobs.enqueue(tx, 'reapply-holds', { bindingId });
}
