import { z } from 'zod';
import { inBothLanguages, money, refusalCause, shortText } from '../providers/generic/protocol';
import type { ProviderMessage } from '../providers/connector';
import type { ProviderUsage } from '../usage/record-usage';

const operation = { operationId: shortText, credentialReference: shortText.optional() };

const webhookBody = z.discriminatedUnion('type', [
  z.object({ type: z.literal('operation.confirmed'), ...operation }),
  z.object({ type: z.literal('operation.refused'), operationId: shortText, cause: refusalCause }),
  z.object({ type: z.literal('operation.activation_required'), operationId: shortText }),
  z.object({ type: z.literal('credential.removed'), credentialReference: shortText }),
  z.object({
    type: z.literal('usage.recorded'),
    usageId: shortText,
    credentialReference: shortText,
    kind: z.enum(['DOOR_OPENED', 'PAYMENT']),
    place: inBothLanguages,
    amount: money.optional(),
    at: z.iso.datetime({ offset: true }).transform((moment) => new Date(moment)),
  }),
]);

const anyBody = z.object({ type: shortText });

const knownTypes: ReadonlySet<unknown> = new Set(webhookBody.options.map(({ shape }) => shape.type.value));

export type WebhookContent =
  | { readonly is: 'MESSAGE'; readonly message: ProviderMessage }
  | { readonly is: 'USAGE'; readonly usage: ProviderUsage }
  /** Of a type that came after us. */
  | { readonly is: 'NOT_FOR_US'; readonly type: string }
  | { readonly is: 'MALFORMED' };

/** What the parsed body of a webhook says, once its signature has shown that `provider` sent it. */
export function readWebhookBody(provider: string, body: unknown): WebhookContent {
  const { data } = webhookBody.safeParse(body);
  if (!data) return readUnknown(body);
  if (data.type !== 'usage.recorded') return { is: 'MESSAGE', message: { ...data, provider } };
  const { type: _, ...usage } = data;
  return { is: 'USAGE', usage: { ...usage, provider } };
}

function readUnknown(body: unknown): WebhookContent {
  const { data } = anyBody.safeParse(body);
  return data && !knownTypes.has(data.type) ? { is: 'NOT_FOR_US', type: data.type } : { is: 'MALFORMED' };
}
