import type { Clock } from '@bindery/kernel';
import type { FastifyInstance } from 'fastify';
import type { SimulatorState } from '../state/simulator-state';
import { findMessages, messageFilter } from './find-messages';

export function registerMessageRoutes(
  app: FastifyInstance,
  { state, clock }: { readonly state: SimulatorState; readonly clock: Clock },
): void {
  app.get('/messages', async (request) => ({
    messages: findMessages(state, messageFilter.parse(request.query), clock.now().getTime()),
  }));
}
