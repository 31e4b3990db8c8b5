import { assertNever, type Clock, type Id } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { Connectors } from '../providers';
import { saveSent } from './operation.repository';
import type { MarkOperationUnknown } from './mark-operation-unknown';
import type { AskAgain } from './schedule-query';
import { readOpenOperation, type OpenOperation } from './open-operation';
import { queryDelayMs } from './query-backoff.rules';
import type { TakeAnswer } from './take-answer';

interface SendOperationDeps {
  readonly unitOfWork: UnitOfWork;
  readonly connectors: Connectors;
  readonly takeAnswer: TakeAnswer;
  readonly follow: { readonly askAgain: AskAgain; readonly markOperationUnknown: MarkOperationUnknown };
  readonly clock: Clock;
}

/**
 * Sends a request to its provider. That it is about to leave is committed first: a job that finds it said already, by a
 * run that was killed, asks how the operation stands instead of sending it blindly once more.
 */
export function createSendOperation({ unitOfWork, connectors, takeAnswer, follow, clock }: SendOperationDeps) {
  const { askAgain, markOperationUnknown } = follow;

  async function send(operation: OpenOperation, token: string): Promise<void> {
    const { operationId, provider, kind, credentialReference } = operation;
    const answer = await connectors(provider).send({
      operationId,
      kind,
      token,
      ...(credentialReference === null ? {} : { credentialReference }),
    });
    switch (answer.status) {
      case 'CONFIRMED':
      case 'REFUSED':
        return takeAnswer(operation, answer, 'PROVIDER_ANSWER');
      case 'PENDING':
        // Its own message comes first, as a rule; the question is for the one that never comes.
        return askAgain(operationId, queryDelayMs(1, Number(operation.deadline) - Number(clock.now())));
      case 'UNKNOWN':
        return void (await markOperationUnknown(operationId));
      default:
        return assertNever(answer, 'answer of a provider');
    }
  }

  return async ({ operationId }: { operationId: Id<'operation'> }): Promise<void> => {
    const taken = await unitOfWork.run(async (tx) => {
      const operation = await readOpenOperation(tx, operationId);
      return operation && { operation, first: await saveSent(tx, operationId, clock.now()) };
    });
    if (!taken) return;
    const { operation, first } = taken;
    if (!first) return askAgain(operationId, 0);
    if (operation.token === null) throw new Error(`the card of operation ${operationId} has no token to send`);
    await send(operation, operation.token);
  };
}
