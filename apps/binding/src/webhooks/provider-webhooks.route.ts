import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '@bindery/kernel';
import type { Log } from '@bindery/service';
import { parseJson } from '../providers/signed/parse-json';
import { verifySignature } from '../providers/signed/signature';
import type { ApplyProviderMessage } from '../operations/apply-provider-message';
import type { RecordUsage } from '../usage/record-usage';
import { refuse } from '../providers/signed/http-problem';
import type { ReceivedMessages } from './received-messages.repository';
import { addSignedScope, secretOf, signedText, type ProviderSecrets } from '../providers/signed/signed-scope';
import { readWebhookBody, type WebhookContent } from './webhook-body';

export interface ProviderWebhooksDeps {
  readonly applyProviderMessage: ApplyProviderMessage;
  readonly recordUsage: RecordUsage;
  readonly receivedMessages: ReceivedMessages;
  readonly secrets: ProviderSecrets;
  readonly clock: Clock;
  readonly log: Log;
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
  { secrets, clock, log, receivedMessages, ...useCases }: ProviderWebhooksDeps,
  request: WebhookRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { provider } = request.params;
  const secret = secretOf(secrets, provider);
  if (secret === undefined) return refuse(reply, 'PROVIDER_UNKNOWN');
  const text = signedText(request);
  const verdict = verifySignature(secret, request.headers, text, clock.now());
  if (!verdict.ok) {
    log.warn({ provider, reason: verdict.error.kind }, 'refused a webhook');
    return refuse(reply, verdict.error.kind);
  }
  const webhookId = verdict.value;
  const done = () => reply.code(204).send();
  if (await receivedMessages.has(provider, webhookId)) return done();

  const content = readWebhookBody(provider, parseJson(text));
  switch (content.is) {
    case 'MALFORMED':
      log.warn({ provider, webhookId }, 'a webhook has not the agreed shape');
      return refuse(reply, 'REQUEST_MALFORMED');
    case 'NOT_FOR_US':
      // Taken, or it would be sent again for days; not remembered, so that a version that knows it can have it sent again.
      log.warn({ provider, webhookId, type: content.type }, 'a webhook of an unknown type');
      return done();
    default:
      log.debug({ provider, webhookId, outcome: await handOver(useCases, content) }, 'a webhook was taken');
      // After the effect: whatever fails before is sent again, and the use cases take a repetition for what it is.
      await receivedMessages.remember(provider, webhookId);
      return done();
  }
}

type UseCases = Pick<ProviderWebhooksDeps, 'applyProviderMessage' | 'recordUsage'>;

const handOver = (
  { applyProviderMessage, recordUsage }: UseCases,
  content: Extract<WebhookContent, { is: 'MESSAGE' | 'USAGE' }>,
): Promise<string> => (content.is === 'MESSAGE' ? applyProviderMessage(content.message) : recordUsage(content.usage));
