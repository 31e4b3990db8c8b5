import { Field, Int, ObjectType } from 'type-graphql';
import type { Locale } from '@bindery/localisation';
import { Problem, serviceUnavailable, toProblem, type ServiceUnavailableError } from '@bindery/subgraph';
import { PasswordWeaknessEnum } from './password.enums';
import type { Overloaded, PasswordTooWeak, PasswordWeakness } from './password.errors';
import { passwordLengthMin } from './password.rules';
import { say } from './password.words';

@ObjectType({ implements: Problem, description: 'The password would be too easy to guess.' })
export class PasswordTooWeakError extends Problem {
  @Field(() => Int, { description: 'How many characters it needs at least, e.g. 15.' })
  minimumLength!: number;

  @Field(() => PasswordWeaknessEnum, { description: 'What is wrong with it.' })
  weakness!: PasswordWeakness;
}

const weaknessWords = {
  TOO_SHORT: 'PASSWORD_TOO_SHORT',
  COMMON: 'PASSWORD_COMMON',
  PREDICTABLE: 'PASSWORD_PREDICTABLE',
  PERSONAL: 'PASSWORD_PERSONAL',
} as const satisfies Record<PasswordWeakness, string>;

/** What a mutation that is given a password may refuse with, in words. */
export const passwordProblems = {
  PASSWORD_TOO_WEAK: ({ weakness }: PasswordTooWeak, locale: Locale): PasswordTooWeakError => {
    const message = say(locale, weaknessWords[weakness], { minimumLength: passwordLengthMin });
    return Object.assign(
      new PasswordTooWeakError(),
      toProblem('PASSWORD_TOO_WEAK', message, [{ code: 'CorrectInput' }], locale),
      { weakness, minimumLength: passwordLengthMin },
    );
  },
  OVERLOADED: ({ retryAt }: Overloaded, locale: Locale): ServiceUnavailableError => serviceUnavailable(retryAt, locale),
};
