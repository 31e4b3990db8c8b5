import type { Clock, Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import { openCase } from '../cases';
import type { Catalogue } from '../catalogue';
import { placeRequest } from '../lender-requests';
import { findBinding } from '../lifecycle';
import { lockLoan, saveLoan } from './loans.repository';

/**
 * Has the lender revoke a loan that was found to be nobody's own; one that is still asked for is revoked as soon as it is there. Where the account at the
 * lender has no name any more, as its time to be restored is over, people see to it by the number of the loan: it becomes a case.
 */
export type RevokeLoan = (tx: EntityManager, loanId: Id<'loan'>) => Promise<void>;

export function createRevokeLoan({
  catalogue,
  clock,
}: {
  readonly catalogue: Pick<Catalogue, 'profileOf'>;
  readonly clock: Clock;
}): RevokeLoan {
  return async (tx, loanId) => {
    const loan = await lockLoan(tx, loanId);
    if (loan?.state !== 'RUNNING' && loan?.state !== 'SETTLED') return;
    const { loanNumber, provider, bindingId } = loan;
    // The one that it stands with, wherever it was disputed.
    const credentialReference = (await findBinding(tx, bindingId))?.binding.credentialReference ?? null;
    if (loanNumber === null) throw new Error(`${loanId} runs and has no number`);
    await saveLoan(tx, loan, { ...loan, state: 'REVOKING', endedAt: null });
    if (credentialReference === null) return openCase(tx, bindingId, 'LENDER_REFUSED', clock.now());
    const body = { credentialReference, loanNumber };
    const profile = catalogue.profileOf(provider);
    await placeRequest(tx, { kind: 'REVOKE_LOAN', bindingId, subjectId: loanId, body, profile, now: clock.now() });
  };
}
