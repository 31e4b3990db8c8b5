import type { ApolloServer } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '@bindery/observability';
import type { GatewayContext } from './auth/gateway-context';
import { localeOf, type Door } from './door';
import { toHttpGraphqlRequest } from './http-graphql-request';
import { requestLimits } from './limits/request-limits';
import type { ToPublicError } from './public-error';
import { askingIn } from './refusals/asking';
import { toHttpRefusal } from './refusals/http-refusal';
import type { Refusal } from './refusals/refusal';
import { sendRefusal } from './refusals/send-refusal';

export interface GraphqlRouteOptions {
  readonly apollo: ApolloServer<GatewayContext>;
  readonly door: Door;
  readonly toPublicError: ToPublicError;
  readonly log: Log;
}

const otherMethods = ['DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'PUT'];

/** `/graphql`: GET for queries, POST. Whatever is refused here or behind is told in one shape. */
export async function addGraphqlRoute(app: FastifyInstance, { apollo, door, toPublicError, log }: GraphqlRouteOptions): Promise<void> {
  const refuse = (request: FastifyRequest, reply: FastifyReply, refusal: Refusal) => sendRefusal(request, reply, refusal, localeOf(request), toPublicError);

  await app.register(async (scope) => {
    scope.setErrorHandler((error: Parameters<typeof toHttpRefusal>[0], request, reply) => {
      const refusal = toHttpRefusal(error);
      if (refusal.status >= 500) log.error({ err: error }, 'a request failed at the door');
      return refuse(request, reply, refusal);
    });
    scope.addHook('onRequest', async (request, reply) => {
      const refusal = await door.arrive(request);
      return refusal && refuse(request, reply, refusal);
    });
    scope.route({ url: '/graphql', method: ['GET', 'POST'], bodyLimit: requestLimits.bodyBytes, exposeHeadRoute: false, handler: (request, reply) => askingIn(localeOf(request), () => answer(request, reply)) });
    scope.route({ url: '/graphql', method: otherMethods, handler: (request, reply) => refuse(request, reply.header('allow', 'GET, POST'), { code: 'METHOD_NOT_ALLOWED', status: 405 }) });
  });

  async function answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const letIn = await door.letIn(request);
    if (!letIn.ok) return refuse(request, reply, letIn.error);
    const { text, context, leave } = letIn.value;
    try {
      const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest: toHttpGraphqlRequest(request, text), context: async () => context });
      if (body.kind !== 'complete') throw new Error('this graph has no operation that answers in parts');
      return reply.code(status ?? 200).headers(Object.fromEntries(headers)).send(body.string);
    } finally {
      leave();
    }
  }
}
