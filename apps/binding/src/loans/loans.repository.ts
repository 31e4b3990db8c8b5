import type { Id } from '@bindery/kernel';
import { asLocked, type Locked } from '@bindery/persistence';
import { In, IsNull, LessThan, type EntityManager } from 'typeorm';
import { LoanOfferRow } from './loan-offer.entity';
import { LoanRow } from './loan.entity';
import type { Loan, LoanOffer } from './loan.rules';

/** A loan whose row this transaction holds; its binding is locked before it. */
export type LockedLoan = Locked<Loan>;

export async function insertOffers(tx: EntityManager, offers: readonly LoanOffer[]): Promise<void> {
  if (offers.length > 0) await tx.insert(LoanOfferRow, [...offers]);
}

export const findOffer = (tx: EntityManager, id: Id<'offer'>, accountId: Id<'account'>): Promise<LoanOffer | null> =>
  tx.findOneBy(LoanOfferRow, { id, accountId });

/** Deletes offers that ended before `before`; how many. What was taken stands with its loan and its consent. */
export async function deleteOffersBefore(tx: EntityManager, before: Date): Promise<number> {
  const { affected } = await tx.delete(LoanOfferRow, { quotedUntil: LessThan(before) });
  return affected ?? 0;
}

export const insertLoan = async (tx: EntityManager, loan: Loan): Promise<void> => void (await tx.insert(LoanRow, loan));

export const findLoan = (db: EntityManager, id: Id<'loan'>): Promise<Loan | null> => db.findOneBy(LoanRow, { id });

export const findLoanOfOffer = (tx: EntityManager, provider: string, offerNumber: string): Promise<Loan | null> =>
  tx.findOneBy(LoanRow, { provider, offerNumber });

export const findLoanByNumber = (tx: EntityManager, provider: string, loanNumber: string): Promise<Loan | null> =>
  tx.findOneBy(LoanRow, { provider, loanNumber });

export async function lockLoan(tx: EntityManager, id: Id<'loan'>): Promise<LockedLoan | null> {
  const row = await tx.findOne(LoanRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  return row && asLocked<Loan>(row);
}

/** Writes how a loan stands now. */
export async function saveLoan(tx: EntityManager, locked: LockedLoan, next: Loan): Promise<void> {
  const { state, version, loanNumber, outstanding, nextRepaymentOn, changedAt, refunded, cause, openedAt, endedAt } =
    next;
  await tx.update(
    LoanRow,
    { id: locked.id },
    { state, version, loanNumber, outstanding, nextRepaymentOn, changedAt, refunded, cause, openedAt, endedAt },
  );
}

/** Has the loans of a binding stand with another from now on; how many. Both bindings are locked. */
export async function saveLoansMoved(tx: EntityManager, from: Id<'binding'>, to: Id<'binding'>): Promise<number> {
  const { affected } = await tx.update(LoanRow, { bindingId: from }, { bindingId: to });
  return affected ?? 0;
}

/** Those of these bindings that a loan hangs on which is not over: it runs, or its lender is asked to open or to revoke it. */
export async function listBorrowing(
  db: EntityManager,
  bindingIds: readonly Id<'binding'>[],
): Promise<ReadonlySet<Id<'binding'>>> {
  const rows = await db.findBy(LoanRow, { bindingId: In([...bindingIds]), endedAt: IsNull() });
  return new Set(rows.map(({ bindingId }) => bindingId));
}

/** Loans of these cards, the newest first: they outlive the binding that they were opened with. */
export const listLoansOfCards = (db: EntityManager, cardIds: readonly Id<'card'>[]): Promise<Loan[]> =>
  db.find(LoanRow, { where: { cardId: In([...cardIds]) }, order: { id: 'DESC' } });
