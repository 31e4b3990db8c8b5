import type { Locale } from '@bindery/localisation';
import type { BindingType } from '../cards';
import { toTermsType } from '../catalogue';
import { disputableUntil } from '../disputes';
import { standingOf, type LenderRequest } from '../lender-requests';
import { isDisputable, type Loan, type LoanOffer } from './loan.rules';
import { LoanOfferType, LoanType } from './loan.type';
import { say } from './loans.words';

/** `factors`: by which taking it is proved. */
export const toOfferType = (offer: LoanOffer, factors: readonly string[], locale: Locale): LoanOfferType => {
  const { id, principal, annualRateBps, months, monthly, total, firstRepaymentOn, digest, quotedUntil } = offer;
  return Object.assign(new LoanOfferType(), {
    ...{ id, principal, annualRateBps, months, monthly, total, firstRepaymentOn, digest, quotedUntil },
    terms: toTermsType({ version: offer.termsVersion, text: offer.words }, locale),
    proof: { action: 'OPEN_LOAN' as const, factors: [...factors] },
  });
};

interface LoanSurroundings {
  readonly binding: BindingType | null;
  /** What its lender was asked about it, the oldest first. */
  readonly asked: readonly LenderRequest[];
}

export function toLoanType(loan: Loan, { binding, asked }: LoanSurroundings, now: Date, locale: Locale): LoanType {
  const last = asked.at(-1);
  const until = disputableUntil(loan.requestedAt);
  const { id, state, principal, annualRateBps, months, monthly, total, outstanding, nextRepaymentOn, refunded } = loan;
  const { consentId, requestedAt, openedAt, endedAt } = loan;
  return Object.assign(new LoanType(), {
    ...{ id, state, principal, annualRateBps, months, monthly, total, outstanding, nextRepaymentOn, refunded },
    ...{ consentId, binding, requestedAt, openedAt, endedAt },
    text: say(locale, `state.${state}`),
    atProvider: last ? standingOf(last) : null,
    disputableUntil: isDisputable(loan) && now <= until ? until : null,
  });
}
