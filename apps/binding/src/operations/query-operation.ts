import { assertNever, type Clock, type Id } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { Activation, Connectors } from '../providers';
import type { ProviderProfile } from '../catalogue';
import type { KeepActivation } from './keep-activation';
import type { MarkOperationUnknown } from './mark-operation-unknown';
import type { ResendOperation } from './resend-operation';
import type { SettleOperation } from './settle-operation';
import type { AskAgain } from './schedule-query';
import { readOpenOperation, toRequest, type OpenOperation } from './open-operation';
import { saveHeard } from './operation.repository';
import { queryDelayMs } from './query-backoff.rules';
import { sayingOf } from './saying.rules';
import type { TakeAnswer } from './take-answer';

interface QueryOperationDeps {
  readonly unitOfWork: UnitOfWork;
  readonly connectors: Connectors;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly takeAnswer: TakeAnswer;
  readonly follow: {
    readonly askAgain: AskAgain;
    readonly keepActivation: KeepActivation;
    readonly markOperationUnknown: MarkOperationUnknown;
    readonly resendOperation: ResendOperation;
    readonly settleOperation: SettleOperation;
  };
  readonly clock: Clock;
}

/** A holder may take days over the provider's own step; there is no hurry to hear of it. */
const activationPollMs = 10 * 60_000;
/** What closes at the provider is looked at soon afterwards, so that it can be opened anew. */
const afterCloseMs = 1_000;
const activationPollMinMs = 30_000;

/** Asks the provider how an operation stands, and again, until it has ended; past the deadline a case is opened. */
export function createQueryOperation(deps: QueryOperationDeps) {
  const { unitOfWork, connectors, profiles, takeAnswer, follow, clock } = deps;
  const { askAgain, keepActivation, markOperationUnknown, resendOperation, settleOperation } = follow;

  async function keepAsking(operation: OpenOperation, inDoubt: boolean): Promise<void> {
    if (operation.awaited === 'ACTIVATE') return askAgain(operation.operationId, activationPollMs);
    const leftMs = Number(operation.deadline) - Number(clock.now());
    // Noting a doubt has the question asked again by itself.
    const noted = (inDoubt || leftMs <= 0) && (await markOperationUnknown(operation.operationId));
    const tells = profiles.get(operation.provider)?.confirmation;
    if (!noted) await askAgain(operation.operationId, queryDelayMs(operation.asked, leftMs, tells));
  }

  const untilItCloses = (activation: Activation | undefined): number => {
    const leftMs = activation?.until === undefined ? Infinity : Date.parse(activation.until) - Number(clock.now());
    return Math.min(activationPollMs, Math.max(activationPollMinMs, leftMs + afterCloseMs));
  };

  /** What the holder has to do is not to be had any more, and nothing came of it: it is asked for anew, under the same id. */
  async function renewActivation(operation: OpenOperation): Promise<void> {
    const { operationId, provider, kind, token } = operation;
    if (token === null) return askAgain(operationId, activationPollMs);
    const answer = await connectors(provider).send({ operationId, kind, token });
    if (answer.status === 'CONFIRMED' || answer.status === 'REFUSED')
      return takeAnswer(operation, answer, 'PROVIDER_ANSWER');
    if (answer.status !== 'PENDING') return askAgain(operationId, activationPollMinMs);
    await keepActivation(operationId, answer.activation);
    await askAgain(operationId, untilItCloses(answer.activation));
  }

  return async ({ operationId }: { operationId: Id<'operation'> }): Promise<void> => {
    const operation = await unitOfWork.run((tx) => readOpenOperation(tx, operationId));
    // What has not left yet cannot be asked about; its job is on the way, or reconciliation finds that it is not.
    if (!operation?.isSent) return;
    const answer = await connectors(operation.provider).query(operationId, toRequest(operation));
    const heard = { asked: true, said: sayingOf(answer.status), at: clock.now() };
    await unitOfWork.run((tx) => saveHeard(tx, operationId, heard));
    switch (answer.status) {
      case 'CONFIRMED':
      case 'REFUSED':
        return takeAnswer(operation, answer, 'PROVIDER_QUERY');
      case 'ACTIVATION_REQUIRED':
        await keepActivation(operationId, answer.activation);
        if (operation.awaited === 'BIND')
          await settleOperation({ operationId, outcome: { is: 'ACTIVATION_REQUIRED' }, channel: 'PROVIDER_QUERY' });
        return askAgain(operationId, untilItCloses(answer.activation));
      case 'PENDING':
        await keepActivation(operationId, answer.activation);
        return keepAsking(operation, false);
      case 'UNAVAILABLE':
        return keepAsking(operation, true);
      case 'OPERATION_UNKNOWN':
        if (operation.awaited === 'ACTIVATE') return renewActivation(operation);
        if (clock.now() >= operation.deadline) await markOperationUnknown(operationId);
        return resendOperation(operationId);
      default:
        return assertNever(answer, 'answer of a provider');
    }
  };
}
