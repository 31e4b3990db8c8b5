import type { Remedy } from '@bindery/kernel';
import type { Locale } from '@bindery/localisation';
import { requestProblems, toProblem } from '@bindery/subgraph';
import type { TransitionRefused } from '../lifecycle';
import { say } from './cards.words';
import { ProviderUnavailableError } from './provider-unavailable.type';
import { TransitionRefusedError } from './transition-refused.type';

/** What any mutation of a binding may refuse with; spread into its refusals. */
export const bindingProblems = {
  ...requestProblems,
  TRANSITION_REFUSED: ({ binding, awaitedUntil, possible }: TransitionRefused, locale: Locale) =>
    Object.assign(
      new TransitionRefusedError(),
      toProblem(
        'TRANSITION_REFUSED',
        say(locale, 'TRANSITION_REFUSED'),
        [...waiting(awaitedUntil), { code: 'ContactSupport' }],
        locale,
      ),
      { phase: binding.state.phase, possible: [...possible], source: binding },
    ),
};

/** A provider that does not answer, and when to try again. */
export const providerUnavailable = (retryAt: Date, locale: Locale): ProviderUnavailableError =>
  Object.assign(
    new ProviderUnavailableError(),
    toProblem(
      'PROVIDER_UNAVAILABLE',
      say(locale, 'PROVIDER_UNAVAILABLE'),
      [{ code: 'TryAgain', at: retryAt }, { code: 'ContactSupport' }],
      locale,
    ),
    { retryAt },
  );

const waiting = (until: Date | null): readonly Remedy[] => (until ? [{ code: 'WaitUntil', until }] : []);
