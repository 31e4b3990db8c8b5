import { Directive, Field, InterfaceType, Int, ObjectType } from 'type-graphql';
import { remedyCodes, toRemedyKind, type Remedy, type RemedyCode } from '@bindery/kernel';
import { createTranslator, remedyWords, type Locale } from '@bindery/localisation';
import { enumOf } from '../schema/enum-of';
import { DateTimeScalar } from '../schema/scalars';

const RemedyCodeEnum = enumOf(
  'RemedyCode',
  'What a person can do about a refusal. Codes never change.',
  remedyCodes,
  remedyWords.en,
);

const RemedyKindEnum = enumOf(
  'RemedyKind',
  'What a person can do about a refusal. Kinds never change their meaning.',
  remedyCodes.map(toRemedyKind),
  Object.fromEntries(remedyCodes.map((code) => [toRemedyKind(code), remedyWords.en[code]])),
);

@Directive('@shareable')
@ObjectType('Remedy', { description: 'One thing a person can do about a refusal; lists are in the order to try.' })
export class RemedyType {
  @Field(() => RemedyKindEnum, { description: 'What it is, e.g. RESEND_CODE.' })
  kind!: string;

  @Field(() => RemedyCodeEnum, {
    description: 'Stable code, e.g. ResendCode.',
    deprecationReason: 'Not in the case of other enums. Use kind. Stays until 2027-12-31.',
  })
  code!: RemedyCode;

  @Field({ description: 'The remedy in words, in the language of the caller.' })
  title!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'The moment from which it can be done, UTC.' })
  at?: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'The moment until which it holds, UTC.' })
  until?: Date;

  @Field(() => Int, { nullable: true, description: 'How many times it can still be done.' })
  left?: number;

  @Field({ nullable: true, description: 'Where it is done, e.g. a page of the app store, or of support.' })
  url?: string;

  @Field({ nullable: true, description: 'The factor to use instead, e.g. EMAIL_CODE.' })
  factor?: string;
}

/** What happened in words, or words that name a moment: these are made when it is known in which zone, an IANA name. */
export type ProblemMessage = string | ((timeZone: string) => string);

/** What every expected failure of a mutation tells. Owners' error types implement it. */
@InterfaceType('Problem', {
  description: 'An expected failure: what happened and what can be done about it.',
  autoRegisterImplementations: false,
})
export abstract class Problem {
  @Field({ description: 'Stable code of the failure, e.g. PROOF_ALREADY_USED.' })
  code!: string;

  @Field(() => String, { description: 'What happened, in the language of the caller.' })
  message!: ProblemMessage;

  @Field(() => [RemedyType], { description: 'What can be done now, in the order to try.' })
  remedies!: RemedyType[];
}

const translateRemedy = createTranslator(remedyWords);

/** A remedy with its words in the given language. */
export const toRemedyType = (remedy: Remedy, locale: Locale): RemedyType => ({
  ...remedy,
  kind: toRemedyKind(remedy.code),
  title: translateRemedy(locale, remedy.code),
});

/** The fields of a Problem, for an error type's mapper. */
export const toProblem = (
  code: string,
  message: ProblemMessage,
  remedies: readonly Remedy[],
  locale: Locale,
): Problem => ({
  code,
  message,
  remedies: remedies.map((remedy) => toRemedyType(remedy, locale)),
});
