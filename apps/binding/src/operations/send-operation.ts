import { assertNever, type Clock, type Id } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { ProviderProfile } from '../catalogue';
import type { Connectors, OperationRequest } from '../providers';
import { saveHeard, saveSent } from './operation.repository';
import type { KeepActivation } from './keep-activation';
import type { MarkOperationUnknown } from './mark-operation-unknown';
import type { AskAgain } from './schedule-query';
import type { IsBegunOfLost } from './settle-operation';
import { readOpenOperation, toRequest, type OpenOperation } from './open-operation';
import { declined, putsOn } from './operation-outcome.rules';
import { queryDelayMs } from './query-backoff.rules';
import type { TakeAnswer } from './take-answer';
import type { WaitForOvertaken } from './wait-for-overtaken';

interface SendOperationDeps {
  readonly unitOfWork: UnitOfWork;
  readonly connectors: Connectors;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly isBegunOfLost: IsBegunOfLost;
  readonly takeAnswer: TakeAnswer;
  readonly follow: {
    readonly askAgain: AskAgain;
    readonly keepActivation: KeepActivation;
    readonly markOperationUnknown: MarkOperationUnknown;
    readonly waitForOvertaken: WaitForOvertaken;
  };
  readonly clock: Clock;
}

/**
 * Sends a request to its provider. That it is about to leave is committed first: a job that finds it said already, by a
 * run that was killed, asks how the operation stands instead of sending it blindly once more.
 */
export function createSendOperation(deps: SendOperationDeps) {
  const { unitOfWork, connectors, profiles, isBegunOfLost, takeAnswer, follow, clock } = deps;
  const { askAgain, keepActivation, markOperationUnknown, waitForOvertaken } = follow;

  async function send(operation: OpenOperation, request: OperationRequest): Promise<void> {
    const { operationId, provider } = operation;
    const answer = await connectors(provider).send(request);
    switch (answer.status) {
      case 'CONFIRMED':
      case 'REFUSED':
        return takeAnswer(operation, answer, 'PROVIDER_ANSWER');
      case 'PENDING':
        await keepActivation(operationId, answer.activation);
        await unitOfWork.run((tx) => saveHeard(tx, operationId, { asked: false, said: 'PENDING', at: clock.now() }));
        // Its own message comes first, as a rule; the question is for the one that never comes.
        return askAgain(
          operationId,
          queryDelayMs(1, Number(operation.deadline) - Number(clock.now()), profiles.get(provider)?.confirmation),
        );
      case 'UNKNOWN':
        return void (await markOperationUnknown(operationId));
      default:
        return assertNever(answer, 'answer of a provider');
    }
  }

  return async ({ operationId }: { operationId: Id<'operation'> }): Promise<void> => {
    const open = await unitOfWork.run((tx) => readOpenOperation(tx, operationId));
    if (open && !open.isSent && (await waitForOvertaken(open))) return;
    const taken = await unitOfWork.run(async (tx) => {
      const operation = await readOpenOperation(tx, operationId);
      if (!operation) return null;
      const isLost = putsOn(operation) && !operation.isSent && (await isBegunOfLost(tx, operation.bindingId));
      return { operation, isLost, first: !isLost && (await saveSent(tx, operationId, clock.now())) };
    });
    if (!taken) return;
    const { operation, isLost, first } = taken;
    if (isLost) return takeAnswer(operation, { status: 'REFUSED', cause: declined.cause }, 'PROVIDER_ANSWER');
    if (!first) return askAgain(operationId, 0);
    const request = toRequest(operation);
    if (!request) throw new Error(`the card of operation ${operationId} has no token to send`);
    await send(operation, request);
  };
}
