import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { give, refusal } from '../http/answers';
import type { Provider, Providers } from '../providers/provider';
import { checkSignature } from './signature';

declare module 'fastify' {
  interface FastifyRequest {
    /** The provider named in the path of a signed request. */
    provider: Provider | undefined;
  }
}

export interface SignedRoutesDeps {
  readonly providers: Providers;
  readonly secrets: Readonly<Record<string, string>>;
}

/**
 * Registers routes under `/providers/:provider` that only answer requests signed with that provider's secret: over the body
 * as it came, or over path and query where there is none.
 */
export function registerSigned(
  app: FastifyInstance,
  { providers, secrets }: SignedRoutesDeps,
  routes: (signed: FastifyInstance) => void,
): void {
  app.register(
    async (signed) => {
      signed.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
        done(null, body),
      );
      signed.decorateRequest('provider', undefined);
      signed.addHook('onRequest', async (request) => {
        request.provider = providers.get((request.params as { provider: string }).provider);
      });
      signed.addHook('preValidation', (request, reply) => verify(request, reply, secrets));
      routes(signed);
    },
    { prefix: '/providers/:provider' },
  );
}

async function verify(
  request: FastifyRequest,
  reply: FastifyReply,
  secrets: Readonly<Record<string, string>>,
): Promise<FastifyReply | void> {
  const secret = secrets[request.provider?.code ?? ''];
  if (!secret) return give(reply, refusal(404, 'PROVIDER_UNKNOWN'));
  const payload = typeof request.body === 'string' ? request.body : '';
  const checked = checkSignature(secret, request.headers, request.method === 'GET' ? request.url : payload);
  if (!checked.ok) return give(reply, refusal(401, checked.error.kind));
  if (request.method !== 'GET') request.body = JSON.parse(payload);
}
