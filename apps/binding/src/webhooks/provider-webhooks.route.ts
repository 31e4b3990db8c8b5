import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '@bindery/kernel';
import type { Log, SecurityLog } from '@bindery/service';
import { addSignedScope, answerWith, refuse, type Inbound } from '../providers';
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
  /** How messages of a provider are read; undefined for a code that is none, null where it sends none. */
  readonly inboundOf: (provider: string) => Inbound | null | undefined;
  readonly clock: Clock;
  readonly log: Log;
  readonly security: Pick<SecurityLog, 'record'>;
}

/** The longest message is a use with its place in two languages, below 2 KiB. */
const bodyBytesMax = 16 * 1024;
/** What messages are written in by one provider or another; each takes its own only. */
const contentTypes = ['application/json', 'application/cloudevents+json', 'application/x-www-form-urlencoded'];

type WebhookRequest = FastifyRequest<{ Params: { provider: string } }>;

/**
 * `POST /provider-webhooks/:provider`: what a provider tells by itself. Taken, in the words that the provider waits for, when it has
 * had its effect, now or before; any fault of ours is a 5xx, so that the provider sends it again.
 */
export async function addProviderWebhooks(app: FastifyInstance, deps: ProviderWebhooksDeps): Promise<void> {
  const addRoutes = (scope: FastifyInstance) =>
    void scope.post('/provider-webhooks/:provider', { bodyLimit: bodyBytesMax }, (request: WebhookRequest, reply) =>
      receive(deps, request, reply),
    );
  await addSignedScope(app, deps.log, addRoutes, contentTypes);
}

async function receive(
  { inboundOf, clock, log, security, receivedMessages, messages }: ProviderWebhooksDeps,
  request: WebhookRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { provider } = request.params;
  const inbound = inboundOf(provider);
  if (!inbound) return refuse(reply, 'PROVIDER_UNKNOWN');
  if (!inbound.contentTypes.includes(mediaTypeOf(request))) return refuse(reply, 'MEDIA_TYPE_UNKNOWN');
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const signed = await inbound.read({ headers: request.headers, body: bytes }, clock.now());
  if (!signed.ok) {
    security.record('provider-signature-refused', {
      sourceAddress: request.ip,
      errorCode: signed.error.code,
      labels: { provider, route: 'provider-webhooks' },
    });
    return answerWith(reply, inbound.refused(signed.error));
  }
  const { id: webhookId, body } = signed.value;
  const done = () => answerWith(reply, inbound.taken);
  if (await receivedMessages.has(provider, webhookId)) return done();

  const content = readMessage(messages, body, clock.now());
  switch (content.is) {
    case 'REFUSED':
      log.warn({ provider, webhookId, ...content.fault }, 'a webhook says what cannot be');
      return answerWith(reply, inbound.refused(content.fault));
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

/** Without its parameters, in lower case. */
const mediaTypeOf = ({ headers }: FastifyRequest): string =>
  (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
