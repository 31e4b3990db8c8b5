import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Locale } from '@bindery/localisation';
import { headerText } from '@bindery/service';
import { answerTypeFor } from './answer-type';
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
  if (refusal.headers) void reply.headers(refusal.headers);
  // RFC 9110, 15.5.2 wants it of every 401.
  if (refusal.status === 401) void reply.header('www-authenticate', 'Bearer');
  const type = answerTypeFor(headerText(request.headers.accept)) ?? 'application/json';
  return reply
    .code(refusal.status)
    .type(`${type}; charset=utf-8`)
    .send(JSON.stringify({ errors: [error] }));
}
