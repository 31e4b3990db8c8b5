import { err, ok, type Clock, type Result } from '@bindery/kernel';
import type { RemoveDeps } from '../credentials/remove-credential';
import type { KnownLoan } from '../records/lending';
import { aMonthAfter } from './make-offers';
import { lendingKey } from './carry-out';

/** A customer pays back at the lender, which tells the platform what is left. `amount` in minor units; all of it where left out. */
export function repayLoan(
  { state, webhooks, webhookUrl, clock }: RemoveDeps & { readonly clock: Clock },
  provider: string,
  loanNumber: string,
  amount?: number,
): Result<KnownLoan, { kind: 'LOAN_UNKNOWN' }> {
  const loan = state.loans.get(lendingKey(provider, loanNumber));
  if (loan?.status !== 'RUNNING') return err({ kind: 'LOAN_UNKNOWN' });
  const paid = Math.min(amount ?? loan.outstanding.value, loan.outstanding.value);
  const left = loan.outstanding.value - paid;
  const after: KnownLoan = {
    ...loan,
    status: left === 0 ? 'SETTLED' : 'RUNNING',
    outstanding: { ...loan.outstanding, value: left },
    nextRepaymentOn: left === 0 || !loan.nextRepaymentOn ? null : aMonthAfter(loan.nextRepaymentOn),
    repaid: loan.repaid + paid,
  };
  state.loans.put(lendingKey(provider, loanNumber), after);
  const { outstanding, nextRepaymentOn } = after;
  const told = { loanNumber, outstanding, nextRepaymentOn, at: clock.now().toISOString() };
  webhooks.send(provider, webhookUrl(provider), { type: 'loan.changed', ...told });
  return ok(after);
}
