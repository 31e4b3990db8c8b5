import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Log } from '@bindery/service';
import type { HttpReply, StyleRoute } from './connector-style';
import { refuse } from './signed/http-problem.route';

/** Paths that providers have beside their messages. Bodies stay the bytes they came as; what is thrown is ours: 500, and the log has the reason. */
export async function addStyleRoutes(app: FastifyInstance, routes: readonly StyleRoute[], log: Log): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
      if (error.statusCode === 413) return refuse(reply, 'BODY_TOO_LARGE');
      if (error.statusCode !== undefined && error.statusCode < 500) return refuse(reply, 'REQUEST_MALFORMED');
      log.error({ err: error, route: request.routeOptions.url }, 'a request of a provider could not be handled');
      return refuse(reply, 'HANDLING_FAILED');
    });
    for (const { method, path, bodyBytesMax, handle } of routes)
      scope.route({
        method,
        url: path,
        bodyLimit: bodyBytesMax ?? 1,
        handler: async ({ headers, body, params, query, ip }, reply) => {
          const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
          const request = {
            headers,
            body: bytes,
            params: params as Record<string, string>,
            query: query as object,
            ip,
          };
          return answerWith(reply, await handle({ ...request, query: { ...request.query } }));
        },
      });
  });
}

export function answerWith(reply: FastifyReply, { status, contentType, headers = {}, body }: HttpReply): FastifyReply {
  if (contentType !== undefined) reply.type(contentType);
  return reply
    .headers({ ...headers })
    .code(status)
    .send(body);
}
