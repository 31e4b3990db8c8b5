import type { EntityManager } from 'typeorm';
import type { Clock, Id } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { ProviderProfile } from '../catalogue';
import { addDays, isOrphan, lockBinding, type Channel, type Transitions } from '../lifecycle';
import type { MessageOutcome } from './message-outcome';
import { lacksReference, toTrigger, type OperationOutcome } from './operation-outcome.rules';
import { findOperation } from './operation.repository';
import { operationJobs as jobs } from './operations.jobs';
import { toKeyword } from './to-keyword.rules';

interface Settlement {
  readonly operationId: Id<'operation'>;
  /** Given with a message: an operation of another provider is nothing of its sender's. */
  readonly provider?: string;
  readonly outcome: OperationOutcome;
  readonly channel: Channel;
}

/** Applies a certain outcome, in whatever order and however often it comes: only the open operation's counts. */
export type SettleOperation = (settlement: Settlement) => Promise<MessageOutcome>;

interface SettleOperationDeps {
  readonly unitOfWork: UnitOfWork;
  readonly transitions: Transitions;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly clock: Clock;
}

/** Where a provider states no time for its own step. */
const activationDaysDefault = 30;

export function createSettleOperation({
  unitOfWork,
  transitions,
  profiles,
  clock,
}: SettleOperationDeps): SettleOperation {
  async function settle(
    tx: EntityManager,
    { operationId, provider, outcome, channel }: Settlement,
  ): Promise<MessageOutcome> {
    const operation = await findOperation(tx, operationId);
    if (!operation || (provider !== undefined && provider !== operation.provider)) return 'UNKNOWN_SUBJECT';
    const locked = await lockBinding(tx, operation.bindingId);
    if (!locked) return 'UNKNOWN_SUBJECT';
    const { binding } = locked;
    if (lacksReference(operation, outcome, binding)) {
      await jobs.enqueue(tx, 'query-operation', { operationId }, { jobKey: `query ${operationId}` });
      return 'APPLIED';
    }
    const credentialReference = outcome.is === 'CONFIRMED' ? outcome.credentialReference : undefined;
    const context = {
      channel,
      ...(outcome.is === 'REFUSED' ? { cause: toKeyword(outcome.cause) } : {}),
      ...(credentialReference ? { extras: { credentialReference } } : {}),
    };
    const activationDays = profiles.get(operation.provider)?.activationDeadlineDays ?? activationDaysDefault;
    const trigger = toTrigger(operation, outcome, addDays(clock.now(), activationDays));
    const taken = await transitions.take(tx, locked, trigger, context);
    if (taken.ok) return 'APPLIED';
    if (operation.kind === 'BIND' && outcome.is === 'CONFIRMED' && isOrphan(binding))
      await jobs.enqueue(tx, 'remove-at-provider', { bindingId: binding.id }, { jobKey: `remove ${binding.id}` });
    return 'STALE';
  }

  return (settlement) => unitOfWork.run((tx) => settle(tx, settlement));
}
