import type { Clock } from '@bindery/kernel';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { RemoveDeps } from '../credentials/remove-credential';
import { answer, give, refusal } from '../http/answers';
import { repayLoan } from './repay-loan';

const params = z.object({ provider: z.string(), loanNumber: z.string() });
/** Minor units; all that is left where it is left out. */
const repayment = z.object({ amount: z.int().positive().optional() });

/** What customers do at a lender's counter, and what tests look at there. */
export function registerLoanCounterRoutes(app: FastifyInstance, deps: RemoveDeps & { readonly clock: Clock }): void {
  const { state } = deps;

  app.get('/loans', async () => ({
    loans: state.loans.all(),
    consents: state.lendingConsents.all(),
    requests: state.lendingRequests.all().map(({ request }) => request),
  }));

  app.post('/providers/:provider/loans/:loanNumber/repayments', async (request, reply) => {
    const { provider, loanNumber } = params.parse(request.params);
    const repaid = repayLoan(deps, provider, loanNumber, repayment.parse(request.body ?? {}).amount);
    return give(reply, repaid.ok ? answer(200, repaid.value) : refusal(404, repaid.error.kind));
  });
}
