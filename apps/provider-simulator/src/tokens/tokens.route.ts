import type { Clock } from '@bindery/kernel';
import type { FastifyInstance } from 'fastify';
import type { FaultOrders } from '../faults/fault-orders';
import { answer, give, giveUnder, refusal } from '../http/answers';
import type { Holds } from '../http/holds';
import type { SimulatorState } from '../state/simulator-state';
import { giveToken } from './give-token';

interface TokenDeps {
  readonly state: SimulatorState;
  readonly faults: FaultOrders;
  readonly holds: Holds;
  readonly clock: Clock;
}

export function registerTokenRoutes(app: FastifyInstance, { state, faults, holds, clock }: TokenDeps): void {
  app.post('/tokens', async (request, reply) => {
    const { provider } = request;
    if (!provider) return give(reply, refusal(404, 'PROVIDER_UNKNOWN'));
    return giveUnder(faults.take(provider.code, 'TOKENISE'), holds, reply, () => {
      const given = giveToken(state, provider, request.body, clock.now());
      return given.ok ? answer(201, given.value) : refusal(422, given.error.kind);
    });
  });
}
