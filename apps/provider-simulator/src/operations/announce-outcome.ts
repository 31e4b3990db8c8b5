import { isSpoiling } from '../records/fault-mode';
import type { WebhookBody } from '../records/outgoing-webhook';
import type { WebhookSender } from '../webhooks/webhook-sender';
import type { Operation, OperationStanding } from '../records/operation';

/** Between what is true and its contradiction, long enough for the first to be worked on. */
const contradictionDelayMs = 50;

const types = {
  CONFIRMED: 'operation.confirmed',
  REFUSED: 'operation.refused',
  ACTIVATION_REQUIRED: 'operation.activation_required',
} as const;

/** Tells the platform how an operation ended, in the way the fault ordered for it demands. */
export function announceOutcome(webhooks: WebhookSender, { provider, request, standing, fault }: Operation): void {
  const body = toWebhook(standing);
  if (!body || fault === 'silent') return;
  const { callbackUrl, operationId } = request;
  webhooks.send(provider, callbackUrl, body, { spoiling: isSpoiling(fault) ? fault : undefined });
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
