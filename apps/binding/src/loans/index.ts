import { createRecordConsent } from '../consents';
import type { Feature, FeatureClasses, Foundation } from '@bindery/subgraph';
import type { Views } from '../cards';
import type { Catalogue } from '../catalogue';
import { listRequestsAbout } from '../lender-requests';
import { addDays, type Transitions } from '../lifecycle';
import type { UseProof } from '../proofs';
import type { Connectors } from '../providers';
import { createFollowLoans } from './follow-loans';
import { createTellLoan } from './loan-events';
import { loanMessages } from './loan-messages';
import { LoanOfferRow } from './loan-offer.entity';
import { LoanRow } from './loan.entity';
import { deleteOffersBefore, listLoansOfCards } from './loans.repository';
import { LoansResolver } from './loans.resolver';
import { createOpenLoan } from './open-loan';
import { createQuoteLoans } from './quote-loans';
import { createRevokeLoan } from './revoke-loan';

export { isDisputable, type Loan } from './loan.rules';
export { findLoan, listBorrowing, listLoansOfCards, saveLoansMoved } from './loans.repository';
export { createRevokeLoan, type RevokeLoan } from './revoke-loan';

export const loansClasses = { resolvers: [LoansResolver], entities: [LoanOfferRow, LoanRow] } satisfies FeatureClasses;

interface LoansDeps {
  readonly transitions: Transitions;
  readonly catalogue: Catalogue;
  readonly connectors: Connectors;
  readonly useProof: UseProof;
  readonly views: Views;
  readonly wasUpheld: Parameters<typeof createFollowLoans>[0]['wasUpheld'];
}

/** Loans that are opened through here: offers, the taking of one, and what its lender says of it. */
export function createLoans(
  { db, once, unitOfWork, outbox, clock, security }: Foundation,
  { transitions, catalogue, connectors, useProof, views, wasUpheld }: LoansDeps,
) {
  const tell = createTellLoan(outbox, (provider) => catalogue.profileOf(provider).name);
  const recordConsent = createRecordConsent(outbox);
  const revokeLoan = createRevokeLoan({ catalogue, clock });
  return {
    messages: loanMessages({ unitOfWork, tell }),
    /** What follows of a lender's answer. */
    followers: createFollowLoans({ tell, revokeLoan, wasUpheld, clock }),
    feature: {
      resolvers: [
        new LoansResolver({
          quoteLoans: createQuoteLoans({ unitOfWork, transitions, catalogue, connectors, clock }),
          openLoan: createOpenLoan({ once, transitions, catalogue, recordConsent, useProof, tell, security, clock }),
          listLoans: (ids) => listLoansOfCards(db, ids),
          listAsked: (ids) => listRequestsAbout(db, ids),
          catalogue,
          views,
          clock,
        }),
      ],
      prune: async () => ({
        loanOffers: await unitOfWork.run((tx) => deleteOffersBefore(tx, addDays(clock.now(), -1))),
      }),
    } satisfies Feature,
  };
}
