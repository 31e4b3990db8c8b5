import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { parseJson, type Clock } from '@bindery/kernel';
import type { Log, SecurityLog } from '@bindery/service';
import { addSignedScope, readSigned, refuse, secretOf, type ProviderSecrets } from '../providers';
import type { MessageType } from './message-type';
import { readMessage } from './read-message';

/** The ids of webhooks that have had their effect, so that a replay has none. */
interface ReceivedMessages {
  has(provider: string, webhookId: string): Promise<boolean>;
  remember(provider: string, webhookId: string): Promise<void>;
}

export interface ProviderWebhooksDeps {
  /** Every type of message that some feature takes. */
  readonly messages: readonly MessageType[];
  readonly receivedMessages: ReceivedMessages;
  readonly secrets: ProviderSecrets;
  readonly clock: Clock;
  readonly log: Log;
  readonly security: Pick<SecurityLog, 'record'>;
}

/** The longest message is a use with its place in two languages, below 2 KiB. */
const bodyBytesMax = 16 * 1024;

type WebhookRequest = FastifyRequest<{ Params: { provider: string } }>;

/**
 * `POST /provider-webhooks/:provider`: what a provider tells by itself. 204 when it has had its effect, now or before;
 * any fault of ours is a 5xx, so that the provider sends it again.
 */
export async function addProviderWebhooks(app: FastifyInstance, deps: ProviderWebhooksDeps): Promise<void> {
  await addSignedScope(app, deps.log, (scope) => {
    scope.post('/provider-webhooks/:provider', { bodyLimit: bodyBytesMax }, (request: WebhookRequest, reply) =>
      receive(deps, request, reply),
    );
  });
}

async function receive(
  { secrets, clock, log, security, receivedMessages, messages }: ProviderWebhooksDeps,
  request: WebhookRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { provider } = request.params;
  const secret = secretOf(secrets, provider);
  if (secret === undefined) return refuse(reply, 'PROVIDER_UNKNOWN');
  const signed = readSigned(request, secret, clock.now());
  if (!signed.ok) {
    security.record('provider-signature-refused', {
      sourceAddress: request.ip,
      errorCode: signed.error.kind,
      labels: { provider, route: 'provider-webhooks' },
    });
    return refuse(reply, signed.error.kind);
  }
  const { id: webhookId, text } = signed.value;
  const done = () => reply.code(204).send();
  if (await receivedMessages.has(provider, webhookId)) return done();

  const content = readMessage(messages, parseJson(text), clock.now());
  switch (content.is) {
    case 'REFUSED':
      log.warn({ provider, webhookId, ...content.fault }, 'a webhook says what cannot be');
      return refuse(reply, content.fault.code, content.fault.field);
    case 'NOT_FOR_US':
      // Taken, or it would be sent again for days; not remembered, so that a version that knows it can have it sent again.
      log.warn({ provider, webhookId, type: content.type }, 'a webhook of an unknown type');
      return done();
    default:
      log.debug({ provider, webhookId, outcome: await content.take(provider) }, 'a webhook was taken');
      // After the effect: whatever fails before is sent again, and the use cases take a repetition for what it is.
      await receivedMessages.remember(provider, webhookId);
      return done();
  }
}
