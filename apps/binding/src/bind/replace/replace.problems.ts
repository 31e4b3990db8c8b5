import { createToProblem, toProblem } from '@bindery/subgraph';
import { bindingProblems } from '../../cards';
import { startProblems } from '../start/start-binding.problems';
import { ReplacementUnderWayError, type ReplaceCardResult } from './replace-card.result';
import type { ReplaceCardError } from './replace.errors';
import { say } from './replace.words';

export const toReplaceProblem = createToProblem<ReplaceCardError, typeof ReplaceCardResult>({
  ...startProblems,
  ...bindingProblems,
  REPLACEMENT_UNDER_WAY: ({ successorId }, locale) =>
    Object.assign(
      new ReplacementUnderWayError(),
      toProblem('REPLACEMENT_UNDER_WAY', say(locale, 'REPLACEMENT_UNDER_WAY'), [{ code: 'UseOtherCard' }], locale),
      { successorId },
    ),
});
