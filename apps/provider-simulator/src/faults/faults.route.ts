import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Fault } from './fault';
import type { FaultOrders } from './fault-orders';

const clearQuery = z.object({ provider: z.string().optional() });

export function registerFaultRoutes(app: FastifyInstance, faults: FaultOrders): void {
  app.put('/faults', async (request): Promise<Fault> => faults.order(request.body));
  app.get('/faults', async () => ({ faults: faults.list() }));
  app.delete('/faults', async (request, reply) => {
    faults.clear(clearQuery.parse(request.query).provider);
    return reply.code(204).send();
  });
}
