import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { money } from '../records/credential';
import { give, refusal } from '../http/answers';
import { payAtTerminal, tapDoor } from './door-and-terminal';
import type { UseDeps } from './use-credential';

const credentialReference = z.string().min(1).max(100);
const tapRequest = z.object({ credentialReference });
const doorParams = z.object({ doorId: z.string() });

export const paymentRequest = z.object({
  credentialReference,
  amount: money.refine(({ value }) => value > 0, { message: 'must be more than nothing' }),
  merchant: z.string().min(1).max(100),
});

/** The world's doors and terminals, worked by people and tests. */
export function registerUsageRoutes(app: FastifyInstance, deps: UseDeps): void {
  app.post('/doors/:doorId/taps', async (request, reply) => {
    const tap = { ...doorParams.parse(request.params), ...tapRequest.parse(request.body) };
    const tapped = await tapDoor(deps, tap.doorId, tap.credentialReference);
    if (!tapped.ok) return give(reply, refusal(404, tapped.error.kind));
    return { opened: tapped.value.good, reason: tapped.value.reason };
  });

  app.post('/payments', async (request) => {
    const { good, reason } = await payAtTerminal(deps, paymentRequest.parse(request.body));
    return { approved: good, reason };
  });
}
