import type { FastifyInstance } from 'fastify';
import type { SimulatorState } from './simulator-state';

/** All that the world outside remembers of credentials and what hangs on them, of operations and messages, oldest first, for whoever judges a whole run. */
export function registerWorldRoute(app: FastifyInstance, state: SimulatorState): void {
  app.get('/world', async () => ({
    credentials: state.credentials.all().map(({ provider, credentialReference, status }) => ({
      provider,
      credentialReference,
      status,
      obligations: state.obligations.get(credentialReference),
    })),
    operations: state.operations.all().map(({ provider, standing }) => ({ provider, ...standing })),
    messages: state.messages.all().map(({ channel, to, text }) => ({ channel, to, text })),
  }));
}
