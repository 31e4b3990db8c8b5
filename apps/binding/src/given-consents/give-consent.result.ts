import { createUnionType, Field, ObjectType } from 'type-graphql';
import { IdempotencyKeyReusedError, InvalidInputError, NotFoundError, Problem } from '@bindery/subgraph';
import { TermsChangedError } from '../bind';
import { TransitionRefusedError } from '../cards';
import { ConsentType } from './consent.type';

@ObjectType({ description: 'Given, here; the provider is told.' })
export class GiveConsentSuccess {
  @Field({ description: 'The consent; the one that was there where it had been given already.' })
  consent!: ConsentType;
}

@ObjectType({ implements: Problem, description: 'The provider does not ask to be allowed that.' })
export class PurposeUnknownError extends Problem {}

export const GiveConsentResult = createUnionType({
  name: 'GiveConsentResult',
  description: 'What became of giveConsent.',
  types: () =>
    [
      GiveConsentSuccess,
      PurposeUnknownError,
      TermsChangedError,
      TransitionRefusedError,
      NotFoundError,
      InvalidInputError,
      IdempotencyKeyReusedError,
    ] as const,
});
