import { ObjectType } from 'type-graphql';
import type { Locale } from '@bindery/localisation';
import { Problem, ProblemCodes, toProblem } from '@bindery/subgraph';
import { say } from './phone.words';

@ProblemCodes('PHONE_INVALID', 'MOBILE_NUMBER_NEEDED')
@ObjectType({
  implements: Problem,
  description:
    'PHONE_INVALID: the text cannot be a phone number. MOBILE_NUMBER_NEEDED: it is one that no code is sent to, e.g. a landline, or a phone of a country that is not served.',
})
export class PhoneInvalidError extends Problem {}

const phoneProblem =
  (code: 'PHONE_INVALID' | 'MOBILE_NUMBER_NEEDED') =>
  (_refusal: unknown, locale: Locale): PhoneInvalidError =>
    Object.assign(new PhoneInvalidError(), toProblem(code, say(locale, code), [{ code: 'CorrectInput' }], locale));

/** What every mutation that is given a phone may refuse with, in words. */
export const phoneProblems = { PHONE_INVALID: phoneProblem('PHONE_INVALID') };

/** And one whose phone is sent something. */
export const mobilePhoneProblems = { ...phoneProblems, MOBILE_NUMBER_NEEDED: phoneProblem('MOBILE_NUMBER_NEEDED') };
