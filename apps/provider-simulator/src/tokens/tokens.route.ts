import type { Clock } from '@bindery/kernel';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { FaultOrders } from '../faults/fault-orders';
import { answer, give, giveUnder, refusal, type Answer } from '../http/answers';
import type { Holds } from '../http/holds';
import type { Provider } from '../providers/provider';
import type { SimulatorState } from '../state/simulator-state';
import { tokeniseBankCard } from './tokenise-bank-card';
import { memberRequest, tokeniseMember } from './tokenise-member';

const bankRequest = z.object({ cardNumber: z.string().max(40) });

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
    return giveUnder(faults.take(provider.code, 'TOKENISE'), holds, reply, () =>
      tokenise(state, provider, request.body, clock.now()),
    );
  });
}

function tokenise(state: SimulatorState, provider: Provider, body: unknown, now: Date): Answer {
  const token =
    provider.kind === 'BANK_CARD'
      ? tokeniseBankCard(state, provider, bankRequest.parse(body).cardNumber, now)
      : tokeniseMember(state, provider, memberRequest.parse(body));
  return token.ok ? answer(201, token.value) : refusal(422, token.error.kind);
}
