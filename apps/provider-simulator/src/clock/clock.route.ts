import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { give, refusal } from '../http/answers';
import { clockMove } from './clock-move';
import type { SandboxClock } from './sandbox-clock';

const question = z.object({
  program: z.string().regex(/^[\w-]{1,80}$/),
  aheadMs: z.number().int().nonnegative().optional(),
});

/** The clock of the sandbox: where it stands, moving it, and what its programs ask to follow it. */
export function registerClockRoutes(app: FastifyInstance, sandboxClock: SandboxClock): void {
  app.get('/clock', async () => sandboxClock.face());

  app.post('/clock', async (request, reply) => {
    const moved = await sandboxClock.move(clockMove.parse(request.body));
    return moved.ok ? moved.value : give(reply, refusal(422, moved.error.kind, moved.error.message));
  });

  // A POST, as another site's page may not send one here.
  app.post('/clock/moves', async (request, reply) => {
    const { program, aheadMs } = question.parse(request.body);
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    const next = await sandboxClock.next(program, aheadMs, gone.signal);
    if (next === undefined) return give(reply, refusal(503, 'TOO_MANY_FOLLOWERS'));
    return { aheadMs: next };
  });
}
