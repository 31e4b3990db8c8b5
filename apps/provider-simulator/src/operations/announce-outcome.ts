import { isSpoiling } from '../records/fault-mode';
import type { WebhookBody } from '../records/outgoing-webhook';
import type { WebhookSender } from '../webhooks/webhook-sender';
import type { Operation, OperationStanding } from '../records/operation';
import type { SimulatorState } from '../state/simulator-state';

/** Between what is true and its contradiction, long enough for the first to be worked on. */
const contradictionDelayMs = 50;

const types = {
  CONFIRMED: 'operation.confirmed',
  REFUSED: 'operation.refused',
  ACTIVATION_REQUIRED: 'operation.activation_required',
} as const;

/** Tells the platform how an operation ended, in the way the fault ordered for it demands. */
export function announceOutcome(webhooks: WebhookSender, state: SimulatorState, operation: Operation): void {
  const { provider, request, standing, fault } = operation;
  const body = toWebhook(standing);
  if (!body || fault === 'silent') return;
  const { callbackUrl, operationId } = request;
  webhooks.send(provider, callbackUrl, body, {
    spoiling: isSpoiling(fault) ? fault : undefined,
    then: fault === 'out-of-order' ? toldBefore(state, operation) : undefined,
  });
  if (fault === 'twice') webhooks.send(provider, callbackUrl, body);
  if (fault === 'contradict' && standing.status === 'CONFIRMED')
    webhooks.send(
      provider,
      callbackUrl,
      { type: 'operation.refused', operationId, cause: 'CONTRADICTION' },
      { delayMs: contradictionDelayMs },
    );
}

function toWebhook({
  operationId,
  status,
  credentialReference,
  cause,
  activation,
}: OperationStanding): WebhookBody | undefined {
  return status === 'PENDING'
    ? undefined
    : { type: types[status], operationId, credentialReference, cause, activation };
}

/** What was told of the same card last before it was confirmed; of a bind there is only what would have been told on its way. */
function toldBefore({ operations }: SimulatorState, { provider, request, standing }: Operation) {
  const { operationId, status } = standing;
  if (status !== 'CONFIRMED') return undefined;
  if (request.kind === 'BIND') return toWebhook({ operationId, status: 'ACTIVATION_REQUIRED' });
  const before = operations
    .newestFirst()
    .find(
      (other) =>
        other.provider === provider &&
        other.standing.operationId !== operationId &&
        other.standing.status === 'CONFIRMED' &&
        (other.request.credentialReference ?? other.standing.credentialReference) === request.credentialReference,
    );
  return before && toWebhook(before.standing);
}
