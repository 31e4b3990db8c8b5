import type { UnitOfWork } from '@bindery/persistence';
import { assertNever, type Clock, type Id } from '@bindery/kernel';
import type { ProviderMessage } from '../../providers';
import { compareNow } from '../ask-now';
import { operationJobs as jobs } from '../operations.jobs';
import type { NamedCredentials } from '../../lifecycle';
import { watchRetired } from '../comparing/watch-retired';
import { findActOf } from '../acts/acts.repository';
import { findOperation } from '../operation.repository';
import type { MessageOutcome } from '../message-outcome';
import type { SettleOperation } from '../settle-operation';

export type ApplyProviderMessage = (message: ProviderMessage) => Promise<MessageOutcome>;

interface ApplyProviderMessageDeps {
  readonly unitOfWork: UnitOfWork;
  readonly settleOperation: SettleOperation;
  readonly credentials: NamedCredentials;
  readonly clock: Clock;
  /** Told of each outcome, to be counted. */
  readonly onOutcome: (message: ProviderMessage, outcome: MessageOutcome) => void;
}

/**
 * Applies what a provider tells by itself. A yes counts for the open operation; a no and a removal are only a reason to
 * ask, since a message may have been overtaken by another that says the opposite.
 */
export function createApplyProviderMessage({
  unitOfWork,
  settleOperation,
  credentials,
  clock,
  onOutcome,
}: ApplyProviderMessageDeps): ApplyProviderMessage {
  const channel = 'PROVIDER_WEBHOOK';

  const askAboutOperation = (operationId: Id<'operation'>, provider: string): Promise<MessageOutcome> =>
    unitOfWork.run(async (tx) => {
      const operation = await findOperation(tx, operationId);
      if (operation?.provider !== provider) return 'UNKNOWN_SUBJECT';
      if (operation.state !== 'OPEN') return 'STALE';
      await jobs.enqueue(tx, 'query-operation', { operationId }, { jobKey: `query ${operationId}` });
      return 'APPLIED';
    });

  const askAboutCredential = (provider: string, credentialReference: string): Promise<MessageOutcome> =>
    unitOfWork.run(async (tx) => {
      const binding = await credentials.find(tx, provider, credentialReference);
      if (!binding) return 'UNKNOWN_SUBJECT';
      if (binding.state.phase === 'RETIRED') {
        await watchRetired(tx, { binding, credentialReference }, clock.now());
        return 'APPLIED';
      }
      if (!['BOUND', 'AWAITING_ACTIVATION', 'UNBINDING'].includes(binding.state.phase)) return 'STALE';
      await compareNow(tx, binding.id);
      return 'APPLIED';
    });

  /** Whatever a message says of what is done about an obligation is only a reason to ask; null where it is about something else. */
  const askAboutAct = (message: ProviderMessage): Promise<MessageOutcome | null> =>
    unitOfWork.run(async (tx) => {
      const act = 'operationId' in message ? await findActOf(tx, message.provider, message.operationId) : null;
      if (!act) return null;
      const { operationId, state } = act;
      if (state !== 'OPEN') return 'STALE';
      await jobs.enqueue(tx, 'query-act', { operationId }, { jobKey: `query ${operationId}` });
      return 'APPLIED';
    });

  function applyToBinding(message: ProviderMessage): Promise<MessageOutcome> {
    const { provider } = message;
    switch (message.type) {
      case 'operation.confirmed': {
        const { operationId, credentialReference } = message;
        return settleOperation({ operationId, provider, outcome: { is: 'CONFIRMED', credentialReference }, channel });
      }
      case 'operation.activation_required':
        return settleOperation({
          operationId: message.operationId,
          provider,
          outcome: { is: 'ACTIVATION_REQUIRED', activation: message.activation },
          channel,
        });
      case 'operation.refused':
        return askAboutOperation(message.operationId, provider);
      case 'credential.removed':
      case 'credential.suspended':
      case 'credential.resumed':
        return askAboutCredential(provider, message.credentialReference);
      default:
        return assertNever(message, 'provider message');
    }
  }

  return async (message) => {
    const outcome = (await askAboutAct(message)) ?? (await applyToBinding(message));
    onOutcome(message, outcome);
    return outcome;
  };
}
