import type { FastifyReply } from 'fastify';

/** What a provider or reader is told when its request is not taken. Codes never change; the text is for its developers. */
const problems = {
  PROVIDER_UNKNOWN: [404, 'there is no such provider'],
  SIGNATURE_REQUIRED: [401, 'webhook-id, webhook-timestamp and webhook-signature are needed, once each'],
  SIGNATURE_INVALID: [401, 'the signature does not fit the body and the secret'],
  SIGNATURE_EXPIRED: [401, 'the signature was made too long ago, or ahead of our clock by as much'],
  REQUEST_MALFORMED: [400, 'the body has not the agreed shape'],
  TIME_OUT_OF_RANGE: [422, 'the time is ahead of our clock, or longer ago than messages of this kind are taken'],
  BODY_TOO_LARGE: [413, 'the body is longer than any message agreed on'],
  MEDIA_TYPE_UNKNOWN: [415, 'the body must be application/json'],
  HANDLING_FAILED: [500, 'the fault is ours; please send it again later'],
} as const satisfies Record<string, readonly [number, string]>;

export type HttpProblemCode = keyof typeof problems;

/** Answers `{code, message}` with the status of the code, and the field at fault where it is one. */
export function refuse(reply: FastifyReply, code: HttpProblemCode, field?: string): FastifyReply {
  const [status, message] = problems[code];
  return reply.code(status).send({ code, message, field });
}
