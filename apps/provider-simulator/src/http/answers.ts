import type { FastifyInstance, FastifyReply } from 'fastify';
import { ZodError } from 'zod';
import type { Fault } from '../faults/fault';
import type { Holds } from './holds';

export interface Answer {
  readonly statusCode: number;
  readonly body: unknown;
}

export const answer = (statusCode: number, body: unknown): Answer => ({ statusCode, body });

/** Error bodies of every endpoint: a code for programs, a hint for their authors. */
export const refusal = (statusCode: number, code: string, message = code): Answer => ({
  statusCode,
  body: { code, message },
});

/**
 * A hook that refuses returns what this returns: the answer waits for pending writes, and Fastify goes on to the handler of
 * a hook that returned nothing while its answer is not out.
 */
export const give = (reply: FastifyReply, { statusCode, body }: Answer) => reply.code(statusCode).send(body);

/** Does the work and answers as the fault demands: not at all, after a while, or as usual. What has been done stays done. */
export async function giveUnder(
  fault: Fault | undefined,
  holds: Holds,
  reply: FastifyReply,
  work: () => Answer,
): Promise<FastifyReply> {
  if (fault?.mode === 'error') return give(reply, refusal(500, 'PROVIDER_FAULT', 'a fault was ordered'));
  const done = work();
  if (fault?.mode === 'slow' || fault?.mode === 'timeout-then-success') await holds.hold(fault.delayMs);
  return give(reply, done);
}

/** Turns what was thrown into an answer; nothing of the inside is told. */
export function answerErrors(app: FastifyInstance): void {
  app.setNotFoundHandler((_request, reply) => give(reply, refusal(404, 'NOT_FOUND')));
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    if (error instanceof ZodError) return give(reply, refusal(400, 'REQUEST_MALFORMED', describe(error)));
    if (error instanceof SyntaxError) return give(reply, refusal(400, 'REQUEST_MALFORMED', 'body is not JSON'));
    if (error.statusCode !== undefined && error.statusCode < 500)
      return give(reply, refusal(error.statusCode, 'REQUEST_MALFORMED', error.message));
    request.log.error({ err: error }, 'request failed');
    return give(reply, refusal(500, 'INTERNAL'));
  });
}

const describe = (error: ZodError): string =>
  error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`).join('; ');
