import type { Clock } from '@bindery/kernel';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { strikesAfterAnswer, type Fault } from '../faults/fault';
import type { FaultOrders } from '../faults/fault-orders';
import { answer, give, giveUnder, refusal, type Answer } from '../http/answers';
import type { Holds } from '../http/holds';
import { lendingRequest, type LendingEntry, type LendingRequest } from '../records/lending';
import type { SimulatorState } from '../state/simulator-state';
import { allowsLoans, carryOut, lendingKey } from './carry-out';
import { makeOffers } from './make-offers';

interface LendingDeps {
  readonly state: SimulatorState;
  readonly faults: FaultOrders;
  readonly holds: Holds;
  readonly clock: Clock;
}

const reference = z.string().min(1).max(100);
const offersRequest = z.object({
  credentialReference: reference,
  consents: z.array(z.object({ consentId: reference, purpose: z.string().max(64) })).max(20),
});
const requestParams = z.object({ id: reference });

/** What a lender is asked beside holding accounts: offers, and requests that have a key and an end each. */
export function registerLendingRoutes(app: FastifyInstance, { state, faults, holds, clock }: LendingDeps): void {
  app.post('/lending/offers', async (request, reply) => {
    const provider = request.provider?.code ?? '';
    const { credentialReference, consents } = offersRequest.parse(request.body);
    return giveUnder(faults.take(provider, 'QUERY'), holds, reply, () => {
      const credential = state.credentials.get(credentialReference);
      if (credential?.provider !== provider || credential.status !== 'ACTIVE')
        return refusal(422, 'ACCOUNT_NOT_ACTIVE');
      if (!allowsLoans(state, provider, consents)) return refusal(422, 'CONSENT_MISSING');
      const offers = makeOffers(provider, credentialReference, clock.now());
      for (const offer of offers) state.loanOffers.put(lendingKey(provider, offer.offerNumber), offer);
      return answer(200, { offers });
    });
  });

  app.post('/lending/requests', async (request, reply) => {
    const provider = request.provider?.code ?? '';
    const asked = lendingRequest.parse(request.body);
    if (request.headers['idempotency-key'] !== asked.requestId)
      return give(reply, refusal(400, 'REQUEST_MALFORMED', 'idempotency-key must be the requestId'));
    const known = state.lendingRequests.get(lendingKey(provider, asked.requestId));
    if (known)
      return give(
        reply,
        known.asked === JSON.stringify(asked) ? toAnswer(settled(known)) : refusal(422, 'IDEMPOTENCY_KEY_REUSED'),
      );
    const fault = faults.take(provider, 'LENDING');
    return giveUnder(fault, holds, reply, () => toAnswer(take(provider, asked, fault)));
  });

  app.get('/lending/requests/:id', async (request, reply) => {
    const provider = request.provider?.code ?? '';
    return giveUnder(faults.take(provider, 'QUERY'), holds, reply, () => {
      const known = state.lendingRequests.get(lendingKey(provider, requestParams.parse(request.params).id));
      return known ? toAnswer(settled(known)) : refusal(404, 'REQUEST_UNKNOWN');
    });
  });

  function take(provider: string, request: LendingRequest, fault: Fault | undefined): LendingEntry {
    const { requestId } = request;
    const now = clock.now();
    const waits = fault !== undefined && strikesAfterAnswer(fault);
    const entry: LendingEntry = {
      provider,
      request,
      asked: JSON.stringify(request),
      standing: waits ? { requestId, status: 'PENDING' } : carryOut(state, provider, request, now),
      ...(waits && fault.mode !== 'never' && { settleAt: now.getTime() + fault.delayMs }),
      ...(fault?.mode === 'refuse' && { refuse: true }),
    };
    state.lendingRequests.put(lendingKey(provider, requestId), entry);
    return entry;
  }

  /** What was put off is done when its time has come and somebody asks. */
  function settled(entry: LendingEntry): LendingEntry {
    const { provider, request, settleAt, refuse } = entry;
    const now = clock.now();
    if (settleAt === undefined || now.getTime() < settleAt) return entry;
    const standing = refuse
      ? ({ requestId: request.requestId, status: 'REFUSED', cause: 'PROVIDER_DECLINED' } as const)
      : carryOut(state, provider, request, now);
    const done = { ...entry, standing, settleAt: undefined };
    state.lendingRequests.put(lendingKey(provider, request.requestId), done);
    return done;
  }
}

const toAnswer = ({ standing }: LendingEntry): Answer => answer(standing.status === 'PENDING' ? 202 : 200, standing);
