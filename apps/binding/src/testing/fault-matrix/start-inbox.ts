import { createHash } from 'node:crypto';
import Fastify, { type FastifyInstance } from 'fastify';
import { systemClock } from '@bindery/kernel';
import { createLog, createSecurityLog } from '@bindery/service';
import { operationMessages } from '../../operations/messages/operation-messages';
import { addStyleRoutes } from '../../providers';
import { usageMessages } from '../../usage/usage-messages';
import type { ProviderMessage } from '../../providers/connector';
import type { ConnectorSet } from '../../providers/create-connectors';
import { addProviderWebhooks } from '../../webhooks/provider-webhooks.route';

const log = createLog({ service: 'test', level: 'silent', format: 'json' });

/** A message as it was posted, and whether it was taken. */
export interface Posted {
  readonly provider: string;
  /** The same for the same bytes under the same signature. */
  readonly fingerprint: string;
  readonly taken: boolean;
}

export interface Inbox {
  /** What was understood of messages, in order. */
  readonly heard: ProviderMessage[];
  readonly posted: Posted[];
  /** The credentials that were used, in order. */
  readonly used: string[];
  stop(): Promise<void>;
}

/** Where providers post and phones ask; ids that had their effect are remembered, as in the table of received messages. */
export async function startInbox(port: number, set: () => ConnectorSet, routes: ConnectorSet): Promise<Inbox> {
  const heard: ProviderMessage[] = [];
  const posted: Posted[] = [];
  const used: string[] = [];
  const remembered = new Set<string>();
  const app: FastifyInstance = Fastify();
  app.addHook('onSend', async ({ headers, body, url }, reply, payload) => {
    const [, provider] = /^\/provider-webhooks\/(.+)$/.exec(url) ?? [];
    if (provider === undefined) return payload;
    const signature = [headers['webhook-signature'], headers['wechatpay-signature']].join();
    const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
    const fingerprint = createHash('sha256').update(signature).update(bytes).digest('hex');
    const yes = set().inboundOf(provider)?.taken;
    const said = payload === undefined || payload === null ? '' : String(payload);
    posted.push({ provider, fingerprint, taken: reply.statusCode === yes?.status && said === String(yes.body ?? '') });
    return payload;
  });
  await addProviderWebhooks(app, {
    messages: [
      ...operationMessages(async (message) => {
        heard.push(message);
        return 'APPLIED';
      }),
      ...usageMessages(async ({ credentialReference }) => {
        used.push(credentialReference);
        return 'RECORDED';
      }),
    ],
    receivedMessages: {
      has: async (provider, id) => remembered.has(`${provider} ${id}`),
      remember: async (provider, id) => void remembered.add(`${provider} ${id}`),
    },
    inboundOf: (provider) => set().inboundOf(provider),
    clock: systemClock,
    log,
    security: createSecurityLog(log),
  });
  await addStyleRoutes(app, routes.routes, log);
  await app.listen({ host: '127.0.0.1', port });
  return { heard, posted, used, stop: () => app.close() };
}
