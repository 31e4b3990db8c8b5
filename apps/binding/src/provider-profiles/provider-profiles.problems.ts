import type { Remedy } from '@bindery/kernel';
import { createToProblem, requestProblems, toProblem } from '@bindery/subgraph';
import { sayFault } from '../catalogue';
import type { ChangeProviderProfileResult } from './change-provider-profile.result';
import {
  ProviderProfileInvalidError,
  ProviderProfileMovedError,
  ProviderProfileUnchangedError,
} from './provider-profile-errors.type';
import type { ChangeProviderProfileError } from './provider-profiles.errors';
import { toVersionType } from './provider-profiles.mapper';
import { say } from './provider-profiles.words';

const correct: readonly Remedy[] = [{ code: 'CorrectInput' }];

export const toProviderProfileProblem = createToProblem<ChangeProviderProfileError, typeof ChangeProviderProfileResult>(
  {
    ...requestProblems,
    PROFILE_INVALID: ({ kind, faults }, locale) =>
      Object.assign(
        new ProviderProfileInvalidError(),
        toProblem('PROVIDER_PROFILE_INVALID', say(locale, kind, { count: faults.length }), correct, locale),
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
    PROFILE_UNCHANGED: ({ kind }, locale) =>
      Object.assign(
        new ProviderProfileUnchangedError(),
        toProblem('PROVIDER_PROFILE_UNCHANGED', say(locale, kind), correct, locale),
      ),
  },
);
