import { createToProblem, toProblem } from '@bindery/subgraph';
import { bindingProblems } from '../../cards';
import { nameKind } from '../../providers';
import { startProblems } from '../start/start-binding.problems';
import { NotReplaceableError, ReplacementUnderWayError, type ReplaceCardResult } from './replace-card.result';
import type { ReplaceCardError } from './replace.errors';
import { say } from './replace.words';

export const toReplaceProblem = createToProblem<ReplaceCardError, typeof ReplaceCardResult>({
  ...startProblems,
  ...bindingProblems,
  NOT_REPLACEABLE: ({ bindingId, cardKind }, locale) =>
    Object.assign(
      new NotReplaceableError(),
      toProblem(
        'NOT_REPLACEABLE',
        say(locale, 'NOT_REPLACEABLE', { kind: nameKind(cardKind)[locale] }),
        [{ code: 'ContactProvider' }, { code: 'UnbindFirst' }],
        locale,
      ),
      { bindingId },
    ),
  REPLACEMENT_UNDER_WAY: ({ successorId }, locale) =>
    Object.assign(
      new ReplacementUnderWayError(),
      toProblem('REPLACEMENT_UNDER_WAY', say(locale, 'REPLACEMENT_UNDER_WAY'), [{ code: 'UseOtherCard' }], locale),
      { successorId },
    ),
});
