import type { EntityManager } from 'typeorm';
import { openOperation } from '@bindery/card-lifecycle';
import type { Clock, Id } from '@bindery/kernel';
import type { ProviderProfile } from '../catalogue';
import { openCase } from '../cases';
import {
  addDays,
  hasForeignTwin,
  isOrphan,
  lockBinding,
  type Channel,
  type LockedBinding,
  type Transitions,
} from '../lifecycle';
import { createKeepActivationIn } from './keep-activation';
import type { MessageOutcome } from './message-outcome';
import {
  declined,
  lacksReference,
  nameToTake,
  putsOn,
  toTrigger,
  type OperationOutcome,
} from './operation-outcome.rules';
import { findOperation, type StepOperation } from './operation.repository';
import { lookAtRemoval } from './ask-now';
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
/** The same, within a transaction that does more. */
export type SettleOperationIn = (tx: EntityManager, settlement: Settlement) => Promise<MessageOutcome>;

/**
 * Whether somebody else reports the card lost who had it first, since it was entered or taken off: then nobody is asked to bind it, or to put it back. Its
 * report may come between the question and the answer too, so that both are looked at.
 */
export type IsBegunOfLost = (tx: EntityManager, bindingId: Id<'binding'>) => Promise<boolean>;

interface SettleOperationDeps {
  readonly transitions: Transitions;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly isBegunOfLost: IsBegunOfLost;
  readonly clock: Clock;
}

/** Where a provider states no time for its own step. */
const activationDaysDefault = 30;

export function createSettleOperationIn(deps: SettleOperationDeps): SettleOperationIn {
  const { transitions, profiles, isBegunOfLost, clock } = deps;
  const contradict = createContradict(deps);
  const keepActivation = createKeepActivationIn(profiles);
  const turnDown = createTurnDown(deps);

  /** Whether a yes would put a card on that somebody else has reported lost since its provider was asked. */
  const isLostMeanwhile = async (
    tx: EntityManager,
    { state, id }: LockedBinding['binding'],
    operation: StepOperation,
  ): Promise<boolean> =>
    putsOn(operation) && openOperation(state.sync)?.id === operation.id && (await isBegunOfLost(tx, id));

  return async (tx, { operationId, provider, outcome, channel }) => {
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
    if (outcome.is === 'CONFIRMED' && (await isLostMeanwhile(tx, binding, operation)))
      return turnDown(tx, locked, operation, outcome, channel);
    const credentialReference = outcome.is === 'CONFIRMED' ? outcome.credentialReference : undefined;
    const context = {
      channel,
      ...(outcome.is === 'REFUSED' ? { cause: toKeyword(outcome.cause) } : {}),
      ...(credentialReference ? { extras: { credentialReference } } : {}),
    };
    const activationDays = profiles.get(operation.provider)?.activationDeadlineDays ?? activationDaysDefault;
    const trigger = toTrigger(operation, outcome, addDays(clock.now(), activationDays));
    if (outcome.is === 'ACTIVATION_REQUIRED') await keepActivation(tx, operation, outcome.activation);
    const taken = await transitions.take(tx, locked, trigger, context);
    if (taken.ok) return 'APPLIED';
    if (operation.kind === 'BIND' && outcome.is === 'CONFIRMED' && isOrphan(binding))
      await lookAtRemoval(tx, binding.id);
    return 'STALE';
  };
}

/**
 * The provider names the credential of another card or account. Nothing is believed of such an answer: the operation stays open and is asked about again,
 * and people look into it.
 */
function createContradict({ transitions, profiles, clock }: Omit<SettleOperationDeps, 'isBegunOfLost'>) {
  return async (tx: EntityManager, locked: LockedBinding, { id, asked }: StepOperation): Promise<MessageOutcome> => {
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
  };
}

/** The provider has put it on, and has to take it off again; here it is declined, as if the provider had been asked to. */
function createTurnDown({ transitions, clock }: Pick<SettleOperationDeps, 'transitions' | 'clock'>) {
  return async (
    tx: EntityManager,
    locked: LockedBinding,
    operation: StepOperation,
    { credentialReference }: Extract<OperationOutcome, { is: 'CONFIRMED' }>,
    channel: Channel,
  ): Promise<MessageOutcome> => {
    const { id: bindingId } = locked.binding;
    // What was on before is taken off by the name that it has now; of what never was, the provider is asked for the name.
    const extras = operation.kind === 'RESTORE' && credentialReference ? { extras: { credentialReference } } : {};
    const trigger = toTrigger(operation, declined, clock.now());
    const taken = await transitions.take(tx, locked, trigger, { channel, cause: declined.cause, ...extras });
    if (!taken.ok) return 'STALE';
    await lookAtRemoval(tx, bindingId);
    return 'TURNED_DOWN';
  };
}
