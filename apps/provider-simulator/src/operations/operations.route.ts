import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { FaultOrders } from '../faults/fault-orders';
import { answer, give, giveUnder, refusal } from '../http/answers';
import type { Holds } from '../http/holds';
import { operationKey, operationRequest } from '../records/operation';
import { findAnswer, submitOperation, type SubmitDeps } from './submit-operation';

export interface OperationRoutesDeps extends SubmitDeps {
  readonly faults: FaultOrders;
  readonly holds: Holds;
}

const operationParams = z.object({ id: z.string().max(100) });

export function registerOperationRoutes(app: FastifyInstance, deps: OperationRoutesDeps): void {
  const { state, faults, holds } = deps;

  app.post('/operations', async (request, reply) => {
    const { provider } = request;
    if (!provider) return give(reply, refusal(404, 'PROVIDER_UNKNOWN'));
    const operation = operationRequest.parse(request.body);
    if (request.headers['idempotency-key'] !== operation.operationId)
      return give(reply, refusal(400, 'REQUEST_MALFORMED', 'idempotency-key must be the operationId'));

    const known = findAnswer(state, provider, operation);
    if (!known.ok) return give(reply, refusal(422, known.error.kind));
    if (known.value) return give(reply, known.value);
    const fault = faults.take(provider.code, operation.kind);
    return giveUnder(fault, holds, reply, () => submitOperation(deps, provider, operation, fault));
  });

  app.get('/operations/:id', async (request, reply) => {
    const code = request.provider?.code ?? '';
    return giveUnder(faults.take(code, 'QUERY'), holds, reply, () => {
      const known = state.operations.get(operationKey(code, operationParams.parse(request.params).id));
      return known ? answer(200, known.standing) : refusal(404, 'OPERATION_UNKNOWN');
    });
  });
}
