import { METHODS } from 'node:http';
import type { ApolloServer } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Door } from '../door/door';
import { localeOf } from '../door/locale-of-request';
import { refuseContent } from './content';
import type { GraphContext } from './graph-server';
import { toHttpGraphqlRequest } from './http-graphql-request';
import { requestLimits } from '../limits/request-limits';
import type { ToClientError } from '../refusals/client-error';
import { withLocale } from '../refusals/request-locale';
import { toHttpRefusal } from './http-refusal';
import type { Refusal } from '../refusals/refusal';
import { sendRefusal } from '../refusals/send-refusal';

export interface GraphqlRouteOptions {
  readonly apollo: ApolloServer<GraphContext>;
  readonly door: Door;
  readonly toClientError: ToClientError;
}

const methods = ['GET', 'POST'];
/** CONNECT is never a request for something here: the HTTP server ends it. */
const otherMethods = METHODS.filter((method) => !methods.includes(method) && method !== 'CONNECT');

/** `/graphql`: GET for queries, POST. Whatever is refused here or behind is told in one shape. */
export async function addGraphqlRoute(
  app: FastifyInstance,
  { apollo, door, toClientError }: GraphqlRouteOptions,
): Promise<void> {
  const refuse = (request: FastifyRequest, reply: FastifyReply, refusal: Refusal, cause?: unknown) =>
    sendRefusal(request, reply, refusal, localeOf(request), (error) => toClientError(error, cause));

  await app.register(async (scope) => {
    scope.setErrorHandler((error: Parameters<typeof toHttpRefusal>[0], request, reply) => {
      return refuse(request, reply, toHttpRefusal(error), error);
    });
    scope.addHook('onRequest', async (request, reply) => {
      // What somebody is answered is for nobody else, and is JSON whatever it looks like (ASVS 5.0, 14.3.2 and 3.4.4).
      void reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
      const refusal = (await door.arrive(request)) ?? refuseMethod(request) ?? refuseContent(request);
      return refusal && refuse(request, reply, refusal);
    });
    scope.route({
      url: '/graphql',
      method: methods,
      bodyLimit: requestLimits.bodyBytes,
      exposeHeadRoute: false,
      handler: answer,
    });
    for (const method of otherMethods) if (!scope.supportedMethods.includes(method)) scope.addHttpMethod(method);
    // Refused before their bodies are read; what they would be handled by is never reached.
    scope.route({ url: '/graphql', method: otherMethods, handler: async () => undefined });
  });

  async function answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const letIn = await door.letIn(request);
    if (!letIn.ok) return refuse(request, reply, letIn.error);
    const { asked, document, context, leave } = letIn.value;
    try {
      const { status, headers, body } = await withLocale(context.claims.locale, () =>
        apollo.executeHTTPGraphQLRequest({
          httpGraphQLRequest: toHttpGraphqlRequest(request.headers, asked, document),
          context: async () => context,
        }),
      );
      if (body.kind !== 'complete') throw new Error('this graph has no operation that answers in parts');
      for (const [name, value] of headers) void reply.header(name, value);
      return reply.code(status ?? 200).send(body.string);
    } finally {
      leave();
    }
  }
}

const refuseMethod = ({ method }: FastifyRequest): Refusal | undefined =>
  methods.includes(method)
    ? undefined
    : { code: 'METHOD_NOT_ALLOWED', status: 405, headers: { allow: methods.join(', ') } };
