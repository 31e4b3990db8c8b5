import type { Channel } from '../lifecycle';
import type { Connectors } from '../providers';
import type { MarkOperationUnknown } from './mark-operation-unknown';
import type { SettleOperation } from './settle-operation';
import type { OpenOperation } from './open-operation';

interface TakeAnswerDeps {
  readonly connectors: Connectors;
  readonly settleOperation: SettleOperation;
  readonly markOperationUnknown: MarkOperationUnknown;
}

/** A provider's answer that ends an operation, come from a request or a question of ours. */
type FinalAnswer =
  | { readonly status: 'CONFIRMED'; readonly credentialReference?: string }
  | { readonly status: 'REFUSED'; readonly cause: string };

export type TakeAnswer = (operation: OpenOperation, answer: FinalAnswer, channel: Channel) => Promise<void>;

/**
 * Settles an operation by its answer. A refused unbind is believed only after a look at the card itself: it is still
 * there, or it is gone and the unbind has succeeded after all (row 15).
 */
export function createTakeAnswer({ connectors, settleOperation, markOperationUnknown }: TakeAnswerDeps): TakeAnswer {
  async function refusedUnbind(
    { operationId, provider, credentialReference }: OpenOperation,
    cause: string,
    channel: Channel,
  ): Promise<void> {
    const seen = credentialReference === null ? null : await connectors(provider).credentialStatus(credentialReference);
    if (seen && !seen.ok) return void (await markOperationUnknown(operationId));
    const gone = seen === null || seen.value === 'ABSENT';
    await settleOperation({
      operationId,
      channel,
      outcome: gone ? { is: 'ABSENT' } : { is: 'REFUSED', cause, stillThere: true },
    });
  }

  return async (operation, answer, channel) => {
    const { operationId, kind } = operation;
    if (answer.status === 'CONFIRMED') {
      await settleOperation({
        operationId,
        channel,
        outcome: { is: 'CONFIRMED', credentialReference: answer.credentialReference },
      });
    } else if (kind === 'UNBIND') {
      await refusedUnbind(operation, answer.cause, channel);
    } else {
      await settleOperation({ operationId, channel, outcome: { is: 'REFUSED', cause: answer.cause } });
    }
  };
}
