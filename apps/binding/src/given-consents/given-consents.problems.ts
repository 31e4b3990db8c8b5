import type { Locale } from '@bindery/localisation';
import { createToProblem, requestProblems, toProblem } from '@bindery/subgraph';
import { TermsChangedError } from '../bind';
import { bindingProblems } from '../cards';
import { toTermsType } from '../catalogue';
import { PurposeUnknownError, type GiveConsentResult } from './give-consent.result';
import type { GiveConsentError, WithdrawConsentError } from './given-consents.errors';
import { say } from './given-consents.words';
import {
  ConsentEndedError,
  ConsentInUseError,
  ConsentOfLoanError,
  type WithdrawConsentResult,
} from './withdraw-consent.result';

export const toWithdrawProblem = createToProblem<WithdrawConsentError, typeof WithdrawConsentResult>({
  ...bindingProblems,
  CONSENT_IN_USE: ({ kind }, locale: Locale) =>
    Object.assign(
      new ConsentInUseError(),
      toProblem(kind, say(locale, kind), [{ code: 'ReadPlan' }, { code: 'UnbindFirst' }], locale),
      { inUseBy: null },
    ),
  CONSENT_OF_LOAN: ({ kind, disputable }, locale: Locale) =>
    Object.assign(
      new ConsentOfLoanError(),
      disputable
        ? toProblem(
            kind,
            say(locale, 'ofLoanToDispute'),
            [{ code: 'OpenDispute' }, { code: 'ContactProvider' }],
            locale,
          )
        : toProblem(kind, say(locale, kind), [{ code: 'ContactProvider' }], locale),
    ),
  CONSENT_ENDED: ({ kind }, locale: Locale) =>
    Object.assign(new ConsentEndedError(), toProblem(kind, say(locale, kind), [], locale)),
});

type NotGiven = Exclude<typeof GiveConsentResult, { consent: unknown }>;

export const toGiveProblem = createToProblem<GiveConsentError, NotGiven>({
  ...requestProblems,
  ...bindingProblems,
  PURPOSE_UNKNOWN: ({ kind }, locale) =>
    Object.assign(new PurposeUnknownError(), toProblem(kind, say(locale, kind), [{ code: 'CorrectInput' }], locale)),
  TERMS_CHANGED: ({ kind, terms }, locale) =>
    Object.assign(new TermsChangedError(), toProblem(kind, say(locale, kind), [{ code: 'CorrectInput' }], locale), {
      terms: toTermsType(terms, locale),
    }),
});
