import { assertNever, type Clock, type Id } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { Connectors } from '../providers';
import type { MarkOperationUnknown } from './mark-operation-unknown';
import type { ResendOperation } from './resend-operation';
import type { SettleOperation } from './settle-operation';
import type { AskAgain } from './schedule-query';
import { readOpenOperation, type OpenOperation } from './open-operation';
import { queryDelayMs } from './query-backoff.rules';
import type { TakeAnswer } from './take-answer';

interface QueryOperationDeps {
  readonly unitOfWork: UnitOfWork;
  readonly connectors: Connectors;
  readonly takeAnswer: TakeAnswer;
  readonly follow: {
    readonly askAgain: AskAgain;
    readonly markOperationUnknown: MarkOperationUnknown;
    readonly resendOperation: ResendOperation;
    readonly settleOperation: SettleOperation;
  };
  readonly clock: Clock;
}

/** A holder may take days over the provider's own step; there is no hurry to hear of it. */
const activationPollMs = 10 * 60_000;

/** Asks the provider how an operation stands, and again, until it has ended; past the deadline a case is opened. */
export function createQueryOperation({ unitOfWork, connectors, takeAnswer, follow, clock }: QueryOperationDeps) {
  const { askAgain, markOperationUnknown, resendOperation, settleOperation } = follow;

  async function keepAsking(operation: OpenOperation, inDoubt: boolean): Promise<void> {
    if (operation.awaited === 'ACTIVATE') return askAgain(operation.operationId, activationPollMs);
    const leftMs = Number(operation.deadline) - Number(clock.now());
    // Noting a doubt has the question asked again by itself.
    const noted = (inDoubt || leftMs <= 0) && (await markOperationUnknown(operation.operationId));
    if (!noted) await askAgain(operation.operationId, queryDelayMs(operation.asked, leftMs));
  }

  return async ({ operationId }: { operationId: Id<'operation'> }): Promise<void> => {
    const operation = await unitOfWork.run((tx) => readOpenOperation(tx, operationId));
    // What has not left yet cannot be asked about; its job is on the way, or reconciliation finds that it is not.
    if (!operation?.isSent) return;
    const answer = await connectors(operation.provider).query(operationId);
    switch (answer.status) {
      case 'CONFIRMED':
      case 'REFUSED':
        return takeAnswer(operation, answer, 'PROVIDER_QUERY');
      case 'ACTIVATION_REQUIRED':
        if (operation.awaited === 'BIND')
          await settleOperation({ operationId, outcome: { is: 'ACTIVATION_REQUIRED' }, channel: 'PROVIDER_QUERY' });
        return askAgain(operationId, activationPollMs);
      case 'PENDING':
        return keepAsking(operation, false);
      case 'UNAVAILABLE':
        return keepAsking(operation, true);
      case 'OPERATION_UNKNOWN':
        if (clock.now() >= operation.deadline) await markOperationUnknown(operationId);
        return resendOperation(operationId);
      default:
        return assertNever(answer, 'answer of a provider');
    }
  };
}
