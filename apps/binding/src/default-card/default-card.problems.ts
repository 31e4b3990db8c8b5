import type { Locale } from '@bindery/localisation';
import { requestProblems, toProblem } from '@bindery/subgraph';
import type { Problems } from '../cards';
import { CardNotUsableError } from './card-not-usable.type';
import type { SetDefaultCardError } from './default-card.errors';
import { say } from './default-card.words';

export const defaultCardProblems = {
  ...requestProblems,
  CARD_NOT_USABLE: (_refusal: unknown, locale: Locale) =>
    Object.assign(
      new CardNotUsableError(),
      toProblem('CARD_NOT_USABLE', say(locale, 'CARD_NOT_USABLE'), [{ code: 'UseOtherCard' }], locale),
    ),
} satisfies Problems<SetDefaultCardError>;
