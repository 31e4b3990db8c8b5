import type { UnitOfWork } from '@bindery/persistence';
import { z } from 'zod';
import { amountDue, shortText } from '../providers';
import { lockBinding } from '../lifecycle';
import { defineMessage } from '../webhooks';
import type { TellLoan } from './loan-events';
import { changedLoan } from './loan.rules';
import { findLoanByNumber, lockLoan, saveLoan } from './loans.repository';

interface LoanMessagesDeps {
  readonly unitOfWork: UnitOfWork;
  readonly tell: TellLoan;
}

/** What lenders tell of loans by themselves: what is still to be paid back, and when next. */
export const loanMessages = ({ unitOfWork, tell }: LoanMessagesDeps) => [
  defineMessage(
    'loan.changed',
    z.object({
      loanNumber: shortText,
      outstanding: amountDue,
      nextRepaymentOn: z.iso.date().nullable(),
      at: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
    }),
    ({ loanNumber, ...change }, provider) =>
      unitOfWork.run(async (tx) => {
        const known = await findLoanByNumber(tx, provider, loanNumber);
        const locked = known && (await lockBinding(tx, known.bindingId));
        const loan = locked && (await lockLoan(tx, known.id));
        if (!loan) return 'UNKNOWN_SUBJECT';
        const changed = changedLoan(loan, change);
        if (!changed) return 'STALE';
        const isOver = changed.state === 'SETTLED';
        const next = isOver ? { ...changed, version: loan.version + 1 } : changed;
        await saveLoan(tx, loan, next);
        if (isOver) await tell(tx, next, 'ended', { outcome: 'SETTLED' }, change.at);
        return 'APPLIED';
      }),
  ),
];
