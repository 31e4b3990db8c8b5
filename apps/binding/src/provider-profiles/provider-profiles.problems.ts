import type { Remedy } from '@bindery/kernel';
import type { Locale } from '@bindery/localisation';
import { createToProblem, requestProblems, toProblem, type Refusals } from '@bindery/subgraph';
import { sayFault } from '../catalogue';
import {
  ProviderProfileInvalidError,
  ProviderProfileMovedError,
  ProviderProfileProposalDecidedError,
  ProviderProfileProposalLapsedError,
  ProviderProfileProposalOwnError,
  ProviderProfileUnchangedError,
} from './provider-profile-errors.type';
import type { ChangeProviderProfileError, ConfirmProfileChangeError } from './provider-profiles.errors';
import { toVersionType } from './provider-profiles.mapper';
import type {
  ChangeProviderProfileResult,
  ChangeProviderProfileSuccess,
  ConfirmProviderProfileChangeResult,
} from './provider-profiles.result';
import { say } from './provider-profiles.words';

const correct: readonly Remedy[] = [{ code: 'CorrectInput' }];

/** As many fields as are named in a sentence. */
const namedMax = 5;

function nameFields(faults: readonly { readonly field: string }[], locale: Locale) {
  const fields = [...new Set(faults.map(({ field }) => field || 'profile'))];
  const named = fields.slice(0, namedMax).join(locale === 'en' ? ', ' : '、');
  return { fields: named, more: Math.max(0, fields.length - namedMax) };
}

const common = {
  ...requestProblems,
  PROFILE_INVALID: ({ kind, faults }, locale) =>
    Object.assign(
      new ProviderProfileInvalidError(),
      toProblem('PROVIDER_PROFILE_INVALID', say(locale, kind, nameFields(faults, locale)), correct, locale),
      {
        faults: faults.map((fault) => ({
          field: fault.field,
          rule: fault.rule,
          ruleLimit: fault.limit ?? null,
          text: sayFault(fault, locale),
        })),
      },
    ),
  PROFILE_MOVED: ({ kind, current }, locale) =>
    Object.assign(
      new ProviderProfileMovedError(),
      toProblem('PROVIDER_PROFILE_MOVED', say(locale, kind, { version: current.version }), correct, locale),
      { current: toVersionType(current) },
    ),
} satisfies Refusals<
  Extract<ConfirmProfileChangeError, { kind: 'PROFILE_INVALID' | 'PROFILE_MOVED' }>,
  typeof ConfirmProviderProfileChangeResult
>;

export const toProviderProfileProblem = createToProblem<
  ChangeProviderProfileError,
  Exclude<typeof ChangeProviderProfileResult, ChangeProviderProfileSuccess>
>({
  ...common,
  PROFILE_UNCHANGED: ({ kind }, locale) =>
    Object.assign(
      new ProviderProfileUnchangedError(),
      toProblem('PROVIDER_PROFILE_UNCHANGED', say(locale, kind), correct, locale),
    ),
});

export const toConfirmationProblem = createToProblem<
  ConfirmProfileChangeError,
  Exclude<typeof ConfirmProviderProfileChangeResult, { proposal: unknown }>
>({
  ...common,
  PROPOSAL_OWN: ({ kind }, locale) =>
    Object.assign(
      new ProviderProfileProposalOwnError(),
      toProblem('PROVIDER_PROFILE_PROPOSAL_OWN', say(locale, kind), [], locale),
    ),
  PROPOSAL_DECIDED: ({ kind, state }, locale) =>
    Object.assign(
      new ProviderProfileProposalDecidedError(),
      toProblem('PROVIDER_PROFILE_PROPOSAL_DECIDED', say(locale, kind, { state }), [], locale),
      { state },
    ),
  PROPOSAL_LAPSED: ({ kind, lapsedAt }, locale) =>
    Object.assign(
      new ProviderProfileProposalLapsedError(),
      toProblem('PROVIDER_PROFILE_PROPOSAL_LAPSED', say(locale, kind), correct, locale),
      { lapsedAt },
    ),
});
