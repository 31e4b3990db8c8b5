import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { FaultOrders } from '../faults/fault-orders';
import { answer, giveUnder } from '../http/answers';
import type { Holds } from '../http/holds';
import type { SimulatorState } from '../state/simulator-state';
import { noObligations } from '../records/credential';

interface CredentialDeps {
  readonly state: SimulatorState;
  readonly faults: FaultOrders;
  readonly holds: Holds;
}

/** What the platform may ask about a credential. One that this provider never heard of is as absent as one removed. */
export function registerCredentialRoutes(app: FastifyInstance, { state, faults, holds }: CredentialDeps): void {
  const findCredential = (request: FastifyRequest, code: string) => {
    const reference = (request.params as { reference: string }).reference;
    const credential = state.credentials.get(reference);
    return { reference, credential: credential?.provider === code ? credential : undefined };
  };

  app.get('/credentials/:reference', async (request, reply) => {
    const code = request.provider?.code ?? '';
    return giveUnder(faults.take(code, 'QUERY'), holds, reply, () => {
      const { reference, credential } = findCredential(request, code);
      return answer(200, { credentialReference: reference, status: credential?.status ?? 'ABSENT' });
    });
  });

  app.get('/credentials/:reference/obligations', async (request, reply) => {
    const code = request.provider?.code ?? '';
    return giveUnder(faults.take(code, 'QUERY'), holds, reply, () => {
      const { reference, credential } = findCredential(request, code);
      return answer(200, (credential && state.obligations.get(reference)) ?? noObligations);
    });
  });
}
