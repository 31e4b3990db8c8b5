import type { Locale } from '@bindery/localisation';
import { requestProblems, toProblem } from '@bindery/subgraph';
import type { TransitionRefused } from '../lifecycle';
import { say } from './cards.words';
import { TransitionRefusedError } from './transition-refused.type';

/** What any mutation of a binding may refuse with; spread into its refusals. */
export const bindingProblems = {
  ...requestProblems,
  TRANSITION_REFUSED: ({ phase, possible }: TransitionRefused, locale: Locale) =>
    Object.assign(
      new TransitionRefusedError(),
      toProblem('TRANSITION_REFUSED', say(locale, 'TRANSITION_REFUSED'), [{ code: 'ContactSupport' }], locale),
      { phase, possible: [...possible] },
    ),
};
