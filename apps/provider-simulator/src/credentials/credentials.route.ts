import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { FaultOrders } from '../faults/fault-orders';
import { answer, giveUnder } from '../http/answers';
import type { Holds } from '../http/holds';
import type { SimulatorState } from '../state/simulator-state';
import { z } from 'zod';
import { noObligations } from '../records/credential';

interface CredentialDeps {
  readonly state: SimulatorState;
  readonly faults: FaultOrders;
  readonly holds: Holds;
}

const listQuery = z.object({ after: z.string().max(200).default('') });
const pageSize = 500;

/** Loans that a customer has not paid back, in the order of their numbers. */
const owedLoans = (state: SimulatorState, provider: string, reference: string) =>
  state.loans
    .all()
    .filter((loan) => loan.provider === provider && loan.credentialReference === reference && loan.status === 'RUNNING')
    .map(({ loanNumber: id, outstanding, nextRepaymentOn }) => ({ id, outstanding, nextRepaymentOn }))
    .sort((one, other) => (one.id < other.id ? -1 : 1));

/** What is there of a provider after a reference, in the order of bytes; `next` is the last of the page, null at the end. */
function listPage(state: SimulatorState, provider: string, after: string) {
  const there = state.credentials
    .all()
    .filter((one) => one.provider === provider && one.status !== 'ABSENT' && one.credentialReference > after)
    .sort((a, b) => (a.credentialReference < b.credentialReference ? -1 : 1));
  const page = there.slice(0, pageSize);
  return {
    credentials: page.map(({ credentialReference, status, heldByProvider = false }) => ({
      credentialReference,
      status,
      heldByProvider,
    })),
    next: there.length > page.length ? (page.at(-1)?.credentialReference ?? null) : null,
  };
}

/** What the platform may ask about a credential. One that this provider never heard of is as absent as one removed. */
export function registerCredentialRoutes(app: FastifyInstance, { state, faults, holds }: CredentialDeps): void {
  const findCredential = (request: FastifyRequest, code: string) => {
    const reference = (request.params as { reference: string }).reference;
    const credential = state.credentials.get(reference);
    return { reference, credential: credential?.provider === code ? credential : undefined };
  };

  app.get('/credentials', async (request, reply) => {
    const code = request.provider?.code ?? '';
    return giveUnder(faults.take(code, 'QUERY'), holds, reply, () => {
      const { after } = listQuery.parse(request.query);
      return answer(200, listPage(state, code, after));
    });
  });

  app.get('/credentials/:reference', async (request, reply) => {
    const code = request.provider?.code ?? '';
    return giveUnder(faults.take(code, 'QUERY'), holds, reply, () => {
      const { reference, credential } = findCredential(request, code);
      const { status = 'ABSENT', heldByProvider = false } = credential ?? {};
      return answer(200, { credentialReference: reference, status, heldByProvider });
    });
  });

  app.get('/credentials/:reference/obligations', async (request, reply) => {
    const code = request.provider?.code ?? '';
    return giveUnder(faults.take(code, 'QUERY'), holds, reply, () => {
      const { reference, credential } = findCredential(request, code);
      const known = (credential && state.obligations.get(reference)) ?? noObligations;
      const loans = owedLoans(state, code, reference);
      return answer(200, loans.length > 0 ? { ...known, loans } : known);
    });
  });
}
