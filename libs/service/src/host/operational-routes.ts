import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Log } from '../log';
import type { Metrics } from '../metrics';

export interface OperationalRoutesOptions {
  readonly log: Log;
  readonly metrics: Metrics;
  /** Whether work can be done now. Asked at each `/health/ready`; rejecting is no. */
  readonly isReady: () => Promise<boolean>;
  /** Why it cannot, in words for operators; none when there is nothing to say. */
  readonly problems: () => readonly string[];
}

/**
 * What only those ask who run the program: `/health/live` (the process answers), `/health/ready` (it can do its work and is not
 * stopping), `/metrics` (Prometheus). On a listener of their own: what a program counts and how well it is are nobody else’s business.
 */
export function createOperationalRoutes({
  log,
  metrics,
  isReady,
  problems,
}: OperationalRoutesOptions): FastifyInstance {
  const ops = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    // Nothing here takes a body.
    bodyLimit: 1,
    forceCloseConnections: true,
  });
  ops.get('/health/live', async () => ({ status: 'live' }));
  ops.get('/health/ready', async (_request, reply) => {
    const because = problems();
    const ready = because.length === 0 && (await isReady().catch(() => false));
    return reply
      .code(ready ? 200 : 503)
      .send({ status: ready ? 'ready' : 'not ready', ...(because.length > 0 ? { because } : {}) });
  });
  ops.get('/metrics', async (_request, reply) => reply.type(metrics.contentType).send(await metrics.metrics()));
  return ops;
}
