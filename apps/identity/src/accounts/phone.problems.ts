import { ObjectType } from 'type-graphql';
import type { Locale } from '@bindery/localisation';
import { Problem, toProblem } from '@bindery/subgraph';
import { say } from './phone.words';

@ObjectType({ implements: Problem, description: 'The text cannot be a phone number.' })
export class PhoneInvalidError extends Problem {}

/** What every mutation that is given a phone may refuse with, in words. */
export const phoneProblems = {
  PHONE_INVALID: (_refusal: unknown, locale: Locale): PhoneInvalidError =>
    Object.assign(
      new PhoneInvalidError(),
      toProblem('PHONE_INVALID', say(locale, 'PHONE_INVALID'), [{ code: 'CorrectInput' }], locale),
    ),
};
