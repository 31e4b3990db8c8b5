import type { FastifyReply } from 'fastify';
import { httpProblems, type HttpProblemCode } from './http-problem.rules';

/** Answers `{code, message}` with the status of the code, and the field at fault where it is one. */
export function refuse(reply: FastifyReply, code: HttpProblemCode, field?: string): FastifyReply {
  const [status, message] = httpProblems[code];
  return reply.code(status).send({ code, message, field });
}
