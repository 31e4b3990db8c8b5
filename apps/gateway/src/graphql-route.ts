import { HeaderMap, type ApolloServer, type HTTPGraphQLRequest } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { defaultLocale, pickLocale } from '@bindery/localisation';
import type { Log } from '@bindery/observability';
import { headerText } from '@bindery/service-host';
import type { GatewayContext } from './auth/gateway-context';
import { requestLimits } from './limits/request-limits';
import type { ToPublicError } from './public-error';
import { askingIn } from './refusals/asking';
import { toHttpRefusal } from './refusals/http-refusal';
import { sendRefusal } from './refusals/send-refusal';

export interface GraphqlRouteOptions {
  readonly apollo: ApolloServer<GatewayContext>;
  readonly readContext: (request: FastifyRequest) => Promise<GatewayContext>;
  readonly toPublicError: ToPublicError;
  readonly log: Log;
}

const otherMethods = ['DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'PUT'];

const localeOf = (request: FastifyRequest) => pickLocale(headerText(request.headers['accept-language'])) ?? defaultLocale;

/** `/graphql`: GET for queries, POST. Whatever is refused here or behind is told in one shape. */
export async function addGraphqlRoute(app: FastifyInstance, { apollo, readContext, toPublicError, log }: GraphqlRouteOptions): Promise<void> {
  await app.register(async (scope) => {
    scope.setErrorHandler((error: Parameters<typeof toHttpRefusal>[0], request, reply) => {
      const refusal = toHttpRefusal(error);
      if (refusal.status >= 500) log.error({ err: error }, 'a request failed at the door');
      return sendRefusal(request, reply, refusal, localeOf(request), toPublicError);
    });
    scope.route({
      url: '/graphql',
      method: ['GET', 'POST'],
      bodyLimit: requestLimits.bodyBytes,
      exposeHeadRoute: false,
      handler: (request, reply) => askingIn(localeOf(request), () => answer(request, reply)),
    });
    scope.route({
      url: '/graphql',
      method: otherMethods,
      handler: (request, reply) => sendRefusal(request, reply.header('allow', 'GET, POST'), { code: 'METHOD_NOT_ALLOWED', status: 405 }, localeOf(request), toPublicError),
    });
  });

  async function answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest: toHttpGraphqlRequest(request), context: () => readContext(request) });
    if (body.kind !== 'complete') throw new Error('this graph has no operation that answers in parts');
    return reply.code(status ?? 200).headers(Object.fromEntries(headers)).send(body.string);
  }
}

function toHttpGraphqlRequest(request: FastifyRequest): HTTPGraphQLRequest {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) if (value) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  const query = request.url.indexOf('?');
  return { method: request.method, headers, search: query < 0 ? '' : request.url.slice(query), body: request.body };
}
