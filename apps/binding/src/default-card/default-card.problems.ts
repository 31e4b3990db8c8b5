import { createToProblem, requestProblems, toProblem } from '@bindery/subgraph';
import { CardNotUsableError } from './card-not-usable.type';
import type { SetDefaultCardError } from './default-card.errors';
import { say } from './default-card.words';
import type { SetDefaultCardResult, SetDefaultCardSuccess } from './set-default-card.result';

export const toDefaultCardProblem = createToProblem<
  SetDefaultCardError,
  Exclude<typeof SetDefaultCardResult, SetDefaultCardSuccess>
>({
  ...requestProblems,
  CARD_NOT_USABLE: (_refusal, locale) =>
    Object.assign(
      new CardNotUsableError(),
      toProblem('CARD_NOT_USABLE', say(locale, 'CARD_NOT_USABLE'), [{ code: 'UseOtherCard' }], locale),
    ),
});
