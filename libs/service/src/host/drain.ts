import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

export interface Drain {
  readonly begun: boolean;
  /** Resolves when the grace is over: the server may be closed. */
  begin(): Promise<void>;
}

/**
 * Lets those who send requests go elsewhere before the server closes. As soon as it has begun every answer of HTTP/1.1
 * carries `connection: close`, while new connections are still served for the grace: a balancer needs a moment to see
 * that readiness is gone. A client that closes its idle connections sooner than the grace is long never writes into
 * one that is being closed.
 */
export function createDrain(app: FastifyInstance, graceMs: number): Drain {
  let begun = false;
  app.addHook('onSend', (request, reply, payload, done) => {
    if (begun && request.raw.httpVersionMajor === 1) reply.header('connection', 'close');
    done(null, payload);
  });
  return {
    get begun() {
      return begun;
    },
    async begin() {
      begun = true;
      await pause(graceMs);
    },
  };
}
