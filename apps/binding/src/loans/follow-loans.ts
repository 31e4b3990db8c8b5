import type { Clock, Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import type { FollowRequest } from '../lender-requests';
import type { TellLoan } from './loan-events';
import type { Loan } from './loan.rules';
import { lockLoan, saveLoan, type LockedLoan } from './loans.repository';
import type { RevokeLoan } from './revoke-loan';

interface FollowLoansDeps {
  readonly tell: TellLoan;
  readonly revokeLoan: RevokeLoan;
  /** Whether our people have found meanwhile that the loan is not its holder's. */
  readonly wasUpheld: (tx: EntityManager, loanId: Id<'loan'>) => Promise<boolean>;
  readonly clock: Clock;
}

/** What a lender's word about a loan comes to, in the transaction that takes it: the binding is locked, then the loan. */
export function createFollowLoans({ tell, revokeLoan, wasUpheld, clock }: FollowLoansDeps) {
  const save = async (tx: EntityManager, locked: LockedLoan, change: Partial<Loan>): Promise<Loan> => {
    const next = { ...locked, ...change, version: locked.version + 1 };
    await saveLoan(tx, locked, next);
    return next;
  };

  const opened: FollowRequest = async (tx, { subjectId }, outcome) => {
    const loan = await lockLoan(tx, subjectId as Id<'loan'>);
    if (loan?.state !== 'OPENING') return;
    const at = clock.now();
    if (outcome.status === 'REFUSED' || outcome.loanNumber === undefined) {
      // Confirmed without a number is a loan that nobody could ask about: the lender has to say which.
      if (outcome.status === 'CONFIRMED') throw new Error(`${loan.id} was confirmed without a number`);
      const refused = await save(tx, loan, { state: 'REFUSED', cause: outcome.cause, endedAt: at });
      return tell(tx, refused, 'refused', { cause: outcome.cause }, at);
    }
    const { loanNumber } = outcome;
    const { firstRepaymentOn } = loan;
    const running = {
      state: 'RUNNING',
      loanNumber,
      openedAt: at,
      outstanding: loan.total,
      nextRepaymentOn: firstRepaymentOn,
    } as const;
    const next = await save(tx, loan, running);
    await tell(tx, next, 'opened', { firstRepaymentOn }, at);
    // Disputed and upheld before its lender had answered.
    if (await wasUpheld(tx, loan.id)) await revokeLoan(tx, loan.id);
  };

  const revoked: FollowRequest = async (tx, { subjectId }, outcome) => {
    const loan = await lockLoan(tx, subjectId as Id<'loan'>);
    // Refused: people look into it, as the case says; the loan stays found to be nobody's own.
    if (loan?.state !== 'REVOKING' || outcome.status === 'REFUSED') return;
    const at = clock.now();
    const refunded = outcome.refunded && outcome.refunded.value > 0 ? outcome.refunded : null;
    const ended = { state: 'REVOKED', refunded, nextRepaymentOn: null, endedAt: at } as const;
    const next = await save(tx, loan, { ...ended, outstanding: { ...loan.principal, value: 0 } });
    await tell(tx, next, 'ended', { outcome: 'REVOKED', ...(refunded && { refunded }) }, at);
  };

  return { OPEN_LOAN: opened, REVOKE_LOAN: revoked };
}
