import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { FaultOrders } from '../faults/fault-orders';
import { answer, give, giveUnder, refusal } from '../http/answers';
import type { Holds } from '../http/holds';
import type { Clock } from '@bindery/kernel';
import type { SimulatorState } from '../state/simulator-state';
import { readersOf, reportOf, setReaderOnline } from './propagation';

interface PropagationRouteDeps {
  readonly state: SimulatorState;
  readonly clock: Clock;
  readonly faults: FaultOrders;
  readonly holds: Holds;
}

const params = z.object({ reference: z.string().max(100) });

/** What the platform may ask: which readers of a site open to a credential, and how far they are with forgetting one. */
export function registerPropagationRoutes(app: FastifyInstance, { state, clock, faults, holds }: PropagationRouteDeps) {
  app.get('/credentials/:reference/propagation', async (request, reply) => {
    const { provider } = request;
    const { reference } = params.parse(request.params);
    const credential = state.credentials.get(reference);
    if (!provider || credential?.provider !== provider.code) return give(reply, refusal(404, 'CREDENTIAL_UNKNOWN'));
    return giveUnder(faults.take(provider.code, 'QUERY'), holds, reply, () =>
      answer(200, {
        credentialReference: reference,
        readers: reportOf(state, provider, credential, clock.now()),
      }),
    );
  });

  app.get('/credentials/:reference/readers', async (request, reply) => {
    const { provider } = request;
    const { reference } = params.parse(request.params);
    const credential = state.credentials.get(reference);
    if (!provider || credential?.provider !== provider.code) return give(reply, refusal(404, 'CREDENTIAL_UNKNOWN'));
    return giveUnder(faults.take(provider.code, 'QUERY'), holds, reply, () =>
      answer(200, { credentialReference: reference, readers: readersOf(state, provider, credential) }),
    );
  });
}

const readerParams = z.object({ provider: z.string(), reader: z.string() });
const readerRequest = z.object({ online: z.boolean() });

/** A controller of a site loses its line, or gets it back. */
export function registerReaderCounterRoutes(app: FastifyInstance, deps: Parameters<typeof setReaderOnline>[0]): void {
  app.put('/providers/:provider/readers/:reader', async (request, reply) => {
    const { provider, reader } = readerParams.parse(request.params);
    const { online } = readerRequest.parse(request.body);
    const done = setReaderOnline(deps, provider, reader, online);
    return give(reply, done ? answer(200, { reader, online }) : refusal(404, 'READER_UNKNOWN'));
  });
}
