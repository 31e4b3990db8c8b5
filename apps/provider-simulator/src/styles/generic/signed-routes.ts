import type { Clock } from '@bindery/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { give, refusal } from '../../http/answers';
import type { Provider } from '../../providers/provider';
import { checkSignature } from '../../signatures/signature';

declare module 'fastify' {
  interface FastifyRequest {
    /** The provider that a request was made to. */
    provider: Provider | undefined;
  }
}

/**
 * Registers routes of a provider that only answer requests signed with its secret: over the body as it came, or over path and query where
 * there is none.
 */
export function addSignedRoutes(
  app: FastifyInstance,
  provider: Provider,
  { secret, clock }: { readonly secret: string; readonly clock: Clock },
  routes: (signed: FastifyInstance) => void,
): void {
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.decorateRequest('provider', undefined);
  app.addHook('onRequest', async (request) => {
    request.provider = provider;
  });
  app.addHook('preValidation', (request, reply) => verify(request, reply, secret, clock.now()));
  routes(app);
}

async function verify(
  request: FastifyRequest,
  reply: FastifyReply,
  secret: string,
  now: Date,
): Promise<FastifyReply | void> {
  const payload = typeof request.body === 'string' ? request.body : '';
  const checked = checkSignature(secret, request.headers, request.method === 'GET' ? request.url : payload, now);
  if (!checked.ok) return give(reply, refusal(401, checked.error.kind));
  if (request.method !== 'GET') request.body = JSON.parse(payload);
}
