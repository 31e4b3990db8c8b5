import { createToProblem, requestProblems, toProblem, type Refusals } from '@bindery/subgraph';
import { sayProviderCause, type Locale } from '@bindery/localisation';
import { TermsChangedError } from '../bind';
import { bindingProblems, providerUnavailable } from '../cards';
import { toTermsType } from '../catalogue';
import { proofProblems } from '../proofs';
import type { OpenLoanError, QuoteLoansError } from './loans.errors';
import {
  ConsentMissingError,
  LendsNothingError,
  LoanOfferStaleError,
  NothingOfferedError,
  NotUsableNowError,
  type LoanOffersResult,
  type OpenLoanResult,
} from './loans.result';
import { say } from './loans.words';

type Common = Extract<OpenLoanError, { kind: 'LENDS_NOTHING' | 'NOT_USABLE_NOW' | 'CONSENT_MISSING' }>;

const common = {
  LENDS_NOTHING: ({ kind }, locale: Locale) =>
    Object.assign(new LendsNothingError(), toProblem(kind, say(locale, kind), [{ code: 'ContactProvider' }], locale)),
  NOT_USABLE_NOW: ({ kind }, locale: Locale) =>
    Object.assign(
      new NotUsableNowError(),
      toProblem(kind, say(locale, kind), [{ code: 'TryAgain' }, { code: 'ContactSupport' }], locale),
    ),
  CONSENT_MISSING: ({ kind, purposes }, locale: Locale) =>
    Object.assign(new ConsentMissingError(), toProblem(kind, say(locale, kind), [{ code: 'GiveConsent' }], locale), {
      purposes: [...purposes],
    }),
} satisfies Refusals<Common, ConsentMissingError | LendsNothingError | NotUsableNowError>;

type NotQuoted = Exclude<typeof LoanOffersResult, { offers: unknown }>;
type NotOpened = Exclude<typeof OpenLoanResult, { loan: unknown }>;

export const toQuoteProblem = createToProblem<QuoteLoansError, NotQuoted>({
  ...bindingProblems,
  ...common,
  NOTHING_OFFERED: ({ kind, cause }, locale) =>
    Object.assign(
      new NothingOfferedError(),
      toProblem(kind, `${say(locale, kind)} ${sayProviderCause(cause, locale)}`, [{ code: 'ContactProvider' }], locale),
    ),
  PROVIDER_UNAVAILABLE: ({ retryAt }, locale) => providerUnavailable(retryAt, locale),
});

export const toOpenLoanProblem = createToProblem<OpenLoanError, NotOpened>({
  ...requestProblems,
  ...bindingProblems,
  ...proofProblems,
  ...common,
  LOAN_OFFER_STALE: ({ kind }, locale) =>
    Object.assign(new LoanOfferStaleError(), toProblem(kind, say(locale, kind), [{ code: 'AskForOffers' }], locale)),
  TERMS_CHANGED: ({ kind, offer }, locale) =>
    Object.assign(new TermsChangedError(), toProblem(kind, say(locale, kind), [{ code: 'CorrectInput' }], locale), {
      terms: toTermsType({ version: offer.termsVersion, text: offer.words }, locale),
    }),
});
