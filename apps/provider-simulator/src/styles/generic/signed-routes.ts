import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { give, refusal } from '../../http/answers';
import type { Provider } from '../../providers/provider';
import { checkSignature } from '../../signatures/signature';
import type { StyledCompany, StyleWorld } from '../style';
import { secretsOf, type SecretKeys } from './secrets';

declare module 'fastify' {
  interface FastifyRequest {
    /** The provider that a request was made to. */
    provider: Provider | undefined;
  }
}

/**
 * Registers routes of a provider that only answer requests signed with a secret of it: over the body as it came, or over path and query where
 * there is none.
 */
export function addSignedRoutes(
  app: FastifyInstance,
  company: StyledCompany<SecretKeys>,
  { clock }: Pick<StyleWorld, 'clock'>,
  routes: (signed: FastifyInstance) => void,
): void {
  app.register(async (signed) => {
    signed.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    signed.decorateRequest('provider', undefined);
    signed.addHook('onRequest', async (request) => {
      request.provider = company.provider;
    });
    signed.addHook('preValidation', (request, reply) => verify(request, reply, secretsOf(company), clock.now()));
    routes(signed);
  });
}

async function verify(
  request: FastifyRequest,
  reply: FastifyReply,
  secrets: readonly string[],
  now: Date,
): Promise<FastifyReply | void> {
  const payload = typeof request.body === 'string' ? request.body : '';
  const checked = checkSignature(secrets, request.headers, request.method === 'GET' ? request.url : payload, now);
  if (!checked.ok) return give(reply, refusal(401, checked.error.kind));
  if (request.method !== 'GET') request.body = JSON.parse(payload);
}
