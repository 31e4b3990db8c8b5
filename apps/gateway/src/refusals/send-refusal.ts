import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Locale } from '@bindery/localisation';
import { headerText } from '@bindery/service';
import type { ToClientError } from './client-error';
import { withLocale } from './request-locale';
import { retryAfterSeconds, toExtensions, type Refusal } from './refusal';

/** Answers a refusal that the GraphQL server never sees, in the same shape as it would. */
export function sendRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Refusal,
  locale: Locale,
  toClientError: ToClientError,
): FastifyReply {
  const error = withLocale(locale, () => toClientError({ message: refusal.code, extensions: toExtensions(refusal) }));
  const seconds = retryAfterSeconds(refusal);
  if (seconds !== undefined) void reply.header('retry-after', String(seconds));
  const modern = headerText(request.headers.accept)?.includes('application/graphql-response+json');
  return reply
    .code(refusal.status)
    .type(`${modern ? 'application/graphql-response+json' : 'application/json'}; charset=utf-8`)
    .send(JSON.stringify({ errors: [error] }));
}
