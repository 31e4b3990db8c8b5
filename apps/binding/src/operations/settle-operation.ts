import type { EntityManager } from 'typeorm';
import { openOperation, type Trigger } from '@bindery/card-lifecycle';
import type { Clock } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import { isOrphan } from '../lifecycle/binding.rules';
import type { Channel } from '../lifecycle/binding-change.rules';
import { addDays } from '../lifecycle/moments.rules';
import type { ProviderProfile } from '../catalogue/provider-profile.rules';
import type { BindingJobs } from './operations.jobs';
import { lockBinding, type HeldBinding } from '../lifecycle/binding.repository';
import type { OperationRow } from './operation.entity';
import { findOperation } from './operation.repository';
import type { MessageOutcome } from './apply-provider-message';
import type { Steps } from '../lifecycle/transitions';
import { toKeyword } from './to-keyword.rules';

/** How an operation came out, once that is certain. ABSENT: the provider does not know the card any more. */
type OperationOutcome =
  | { readonly is: 'CONFIRMED'; readonly credentialReference?: string }
  | { readonly is: 'REFUSED'; readonly cause: string; readonly stillThere?: boolean }
  | { readonly is: 'ABSENT' }
  | { readonly is: 'ACTIVATION_REQUIRED' };

interface Settlement {
  readonly operationId: string;
  /** Given with a message: an operation of another provider is nothing of its sender's. */
  readonly provider?: string;
  readonly outcome: OperationOutcome;
  readonly channel: Channel;
}

/** Applies a certain outcome, in whatever order and however often it comes: only the open operation's counts. */
export type SettleOperation = (settlement: Settlement) => Promise<MessageOutcome>;

interface SettleOperationDeps {
  readonly unitOfWork: UnitOfWork;
  readonly steps: Steps;
  readonly jobs: BindingJobs;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly clock: Clock;
}

/** Where a provider states no time for its own step. */
const activationDaysDefault = 30;

export function createSettleOperation({
  unitOfWork,
  steps,
  jobs,
  profiles,
  clock,
}: SettleOperationDeps): SettleOperation {
  function toTrigger(
    { id: operationId, kind: operationKind, provider }: OperationRow,
    outcome: OperationOutcome,
  ): Trigger {
    switch (outcome.is) {
      case 'CONFIRMED':
        return { type: 'ProviderConfirmed', actor: 'PROVIDER', operationId, operationKind };
      case 'REFUSED':
        return {
          type: 'ProviderRefused',
          actor: 'PROVIDER',
          operationId,
          operationKind,
          definitive: true,
          stillThere: outcome.stillThere,
          cause: toKeyword(outcome.cause),
        };
      case 'ABSENT':
        return { type: 'ProviderSaysAbsent', actor: 'PROVIDER', operationId };
      case 'ACTIVATION_REQUIRED': {
        const deadline = addDays(
          clock.now(),
          profiles.get(provider)?.activationDeadlineDays ?? activationDaysDefault,
        ).toISOString();
        // The provider knows one id only, so the wait goes under that of the bind.
        return {
          type: 'ProviderWantsActivation',
          actor: 'PROVIDER',
          operationId,
          activation: { id: operationId, kind: 'ACTIVATE', deadline },
          methods: ['PROVIDER'],
        };
      }
    }
  }

  async function settle(
    tx: EntityManager,
    { operationId, provider, outcome, channel }: Settlement,
  ): Promise<MessageOutcome> {
    const operation = await findOperation(tx, operationId);
    if (!operation || (provider !== undefined && provider !== operation.provider)) return 'UNKNOWN_SUBJECT';
    const held = await lockBinding(tx, operation.bindingId);
    if (!held) return 'UNKNOWN_SUBJECT';
    const credentialReference = outcome.is === 'CONFIRMED' ? outcome.credentialReference : undefined;
    if (needsReference(operation, outcome, held)) {
      await jobs.enqueue(tx, 'query-operation', { operationId }, { jobKey: `query ${operationId}` });
      return 'APPLIED';
    }
    const context = {
      channel,
      ...(outcome.is === 'REFUSED' ? { cause: toKeyword(outcome.cause) } : {}),
      ...(credentialReference ? { extras: { credentialReference } } : {}),
    };
    const trigger = isDeclinedActivation(operation, outcome, held) ? endOfWait : toTrigger(operation, outcome);
    const taken = await steps.take(tx, held, trigger, context);
    if (taken.ok) return 'APPLIED';
    if (operation.kind === 'BIND' && outcome.is === 'CONFIRMED' && isOrphan(held.binding)) {
      await jobs.enqueue(
        tx,
        'remove-at-provider',
        { bindingId: held.binding.id },
        { jobKey: `remove ${held.binding.id}` },
      );
    }
    return 'STALE';
  }

  return (settlement) => unitOfWork.run((tx) => settle(tx, settlement));
}

/** A confirmed bind without the name of what readers see is of no use: the provider is asked for it. */
function needsReference({ kind }: OperationRow, outcome: OperationOutcome, { binding }: HeldBinding): boolean {
  return (
    kind === 'BIND' &&
    outcome.is === 'CONFIRMED' &&
    outcome.credentialReference === undefined &&
    binding.credentialReference === null
  );
}

/**
 * The table has no refusal while the provider's own step is awaited: the provider has ended the wait, so its deadline is
 * now. The cause goes into the record.
 */
const endOfWait: Trigger = {
  type: 'Lapse',
  actor: 'SYSTEM',
  deadlinePassed: true,
  disputeOpen: false,
  retentionDuty: false,
};

function isDeclinedActivation(
  { id }: OperationRow,
  outcome: OperationOutcome,
  { binding: { state } }: HeldBinding,
): boolean {
  return outcome.is === 'REFUSED' && state.phase === 'AWAITING_ACTIVATION' && openOperation(state.sync)?.id === id;
}
