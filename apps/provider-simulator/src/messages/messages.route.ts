import type { FastifyInstance } from 'fastify';
import type { SimulatorState } from '../state/simulator-state';
import { findMessages, messageFilter } from './find-messages';

export function registerMessageRoutes(app: FastifyInstance, state: SimulatorState): void {
  app.get('/messages', async (request) => ({
    messages: findMessages(state, messageFilter.parse(request.query), Date.now()),
  }));
}
