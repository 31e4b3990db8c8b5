import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { answer, give, refusal } from '../http/answers';
import type { Settlement } from '../operations/settle-operation';
import { noObligations, obligations } from '../records/credential';
import { chargeMandate, chargeRequest } from '../usage/charge-mandate';
import { holdCredential, type HoldDeps } from './hold-credential';
import { listCredentials } from './list-credentials';
import { removeCredential } from './remove-credential';
import { renewalRequest, renewCard } from './renew-card';

const params = z.object({ provider: z.string(), reference: z.string() });
const activationParams = z.object({ provider: z.string(), id: z.string() });
const shownMax = 200;

const holdRefusals = {
  CREDENTIAL_UNKNOWN: refusal(404, 'CREDENTIAL_UNKNOWN'),
  SUSPENSION_NOT_KNOWN: refusal(
    422,
    'SUSPENSION_NOT_KNOWN',
    'the protocol of this provider has no pause: a card there is on, or it is off for good',
  ),
};

/** What people and tests do at a provider's counter; not signed, because no company sends it. */
export function registerCounterRoutes(
  app: FastifyInstance,
  deps: HoldDeps & { readonly settlement: Settlement },
): void {
  const { state, settlement } = deps;

  app.get('/credentials', async () => ({
    credentials: listCredentials(state, shownMax).map(({ token: _token, ...shown }) => shown),
  }));

  app.get('/credentials/:reference/obligations', async (request, reply) => {
    const { reference } = params.omit({ provider: true }).parse(request.params);
    if (!state.credentials.get(reference)) return give(reply, refusal(404, 'CREDENTIAL_UNKNOWN'));
    return give(reply, answer(200, state.obligations.get(reference) ?? noObligations));
  });

  app.put('/providers/:provider/credentials/:reference/obligations', async (request, reply) => {
    const { provider, reference } = params.parse(request.params);
    const wanted = obligations.parse(request.body);
    if (state.credentials.get(reference)?.provider !== provider) return give(reply, refusal(404, 'CREDENTIAL_UNKNOWN'));
    state.obligations.put(reference, wanted);
    return give(reply, answer(200, wanted));
  });

  app.post('/providers/:provider/credentials/:reference/charges', async (request, reply) => {
    const { provider, reference } = params.parse(request.params);
    const charged = chargeMandate(deps, provider, reference, chargeRequest.parse(request.body));
    return give(reply, charged.ok ? answer(200, charged.value) : refusal(422, charged.error.kind));
  });

  app.post('/providers/:provider/credentials/:reference/removal', async (request, reply) => {
    const { provider, reference } = params.parse(request.params);
    const removed = removeCredential(deps, provider, reference);
    if (!removed.ok) return give(reply, refusal(404, removed.error.kind));
    return give(reply, answer(200, { credentialReference: reference, status: removed.value.status }));
  });

  for (const [path, held] of [
    ['suspension', true],
    ['resumption', false],
  ] as const)
    app.post(`/providers/:provider/credentials/:reference/${path}`, async (request, reply) => {
      const { provider, reference } = params.parse(request.params);
      const changed = holdCredential(deps, provider, reference, held);
      if (!changed.ok) return give(reply, holdRefusals[changed.error.kind]);
      return give(reply, answer(200, { credentialReference: reference, heldByProvider: held }));
    });

  app.post('/providers/:provider/credentials/:reference/renewal', async (request, reply) => {
    const { provider, reference } = params.parse(request.params);
    const renewed = renewCard(deps, provider, reference, renewalRequest.parse(request.body));
    return give(reply, renewed.ok ? answer(200, renewed.value) : refusal(404, renewed.error.kind));
  });

  app.post('/providers/:provider/operations/:id/activation', async (request, reply) => {
    const { provider, id } = activationParams.parse(request.params);
    const activated = settlement.activate(provider, id);
    return give(
      reply,
      activated ? answer(200, { operationId: id, status: 'CONFIRMED' }) : refusal(404, 'ACTIVATION_NOT_AWAITED'),
    );
  });
}
