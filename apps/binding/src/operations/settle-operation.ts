import type { EntityManager } from 'typeorm';
import { openOperation } from '@bindery/card-lifecycle';
import type { Clock, Id } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { ProviderProfile } from '../catalogue';
import { openCase, saveCasesClosed } from '../cases';
import {
  addDays,
  hasForeignTwin,
  isOrphan,
  lockBinding,
  type Channel,
  type LockedBinding,
  type Transitions,
} from '../lifecycle';
import type { MessageOutcome } from './message-outcome';
import { lacksReference, nameToTake, toTrigger, type OperationOutcome } from './operation-outcome.rules';
import { findOperation, saveActivation, type StepOperation } from './operation.repository';
import { operationJobs as jobs } from './operations.jobs';
import { queryDelayMs } from './query-backoff.rules';
import { scheduleQuery } from './schedule-query';
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
  /**
   * The provider names the credential of another card or account. Nothing is believed of such an answer: the operation stays open and is asked about again,
   * and people look into it.
   */
  async function contradict(
    tx: EntityManager,
    locked: LockedBinding,
    { id, asked }: StepOperation,
  ): Promise<MessageOutcome> {
    const { sync } = locked.binding.state;
    const open = openOperation(sync);
    if (open?.id !== id) return 'STALE';
    const now = clock.now();
    await openCase(tx, locked.binding.id, 'DIVERGED', now);
    if (sync.state === 'PENDING' && open.kind !== 'ACTIVATE') {
      const unknown = { state: 'UNKNOWN', operation: open } as const;
      const trigger = { type: 'SyncChanged', actor: 'SYSTEM', sync: unknown, queried: false, overdue: false } as const;
      await transitions.take(tx, locked, trigger, { channel: 'RECONCILIATION' });
    } else {
      const tells = profiles.get(locked.binding.provider)?.confirmation;
      const delayMs = queryDelayMs(asked, Number(new Date(open.deadline)) - Number(now), tells);
      await scheduleQuery(tx, id, new Date(now.getTime() + delayMs));
    }
    return 'STALE';
  }

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
    const name = nameToTake(operation, outcome, binding);
    if (name !== null && (await hasForeignTwin(tx, binding, name))) return contradict(tx, locked, operation);
    const credentialReference = outcome.is === 'CONFIRMED' ? outcome.credentialReference : undefined;
    const context = {
      channel,
      ...(outcome.is === 'REFUSED' ? { cause: toKeyword(outcome.cause) } : {}),
      ...(credentialReference ? { extras: { credentialReference } } : {}),
    };
    const activationDays = profiles.get(operation.provider)?.activationDeadlineDays ?? activationDaysDefault;
    const trigger = toTrigger(operation, outcome, addDays(clock.now(), activationDays));
    if (outcome.is === 'ACTIVATION_REQUIRED' && outcome.activation)
      await saveActivation(tx, operationId, outcome.activation);
    const taken = await transitions.take(tx, locked, trigger, context);
    if (taken.ok && name !== null) await saveCasesClosed(tx, binding.id, 'DIVERGED', clock.now());
    if (taken.ok) return 'APPLIED';
    if (operation.kind === 'BIND' && outcome.is === 'CONFIRMED' && isOrphan(binding))
      await jobs.enqueue(tx, 'remove-at-provider', { bindingId: binding.id }, { jobKey: `remove ${binding.id}` });
    return 'STALE';
  }

  return (settlement) => unitOfWork.run((tx) => settle(tx, settlement));
}
