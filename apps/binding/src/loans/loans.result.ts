import { createUnionType, Field, ObjectType } from 'type-graphql';
import { IdempotencyKeyReusedError, InvalidInputError, NotFoundError, Problem } from '@bindery/subgraph';
import { TermsChangedError } from '../bind';
import { BindingType, ProviderUnavailableError, TransitionRefusedError } from '../cards';
import { AllowedPurposeEnum } from '../catalogue';
import { ProofRejectedError } from '../proofs';
import { LoanOffersType, LoanType } from './loan.type';

@ObjectType({ implements: Problem, description: 'The provider lends nothing through here.' })
export class LendsNothingError extends Problem {}

@ObjectType({
  implements: Problem,
  description: 'Nothing is lent through it now: the account is held, or its lender has not answered yet.',
})
export class NotUsableNowError extends Problem {}

@ObjectType({ implements: Problem, description: 'Nothing is offered or opened without a consent for each of these.' })
export class ConsentMissingError extends Problem {
  @Field(() => [AllowedPurposeEnum], { description: 'What is missing: give each by giveConsent.' })
  purposes!: (keyof typeof AllowedPurposeEnum)[];
}

@ObjectType({ implements: Problem, description: 'The lender offers nothing now.' })
export class NothingOfferedError extends Problem {}

@ObjectType({
  implements: Problem,
  description: 'The offer is over, was taken, or is none of this binding. Ask for offers again.',
})
export class LoanOfferStaleError extends Problem {}

@ObjectType({ description: 'The offer is taken and its lender asked.' })
export class OpenLoanSuccess {
  @Field({ description: 'The loan; it runs when its lender has confirmed it.' })
  loan!: LoanType;

  @Field(() => BindingType, { nullable: true, description: 'The binding it is opened with.' })
  binding!: BindingType | null;
}

export const LoanOffersResult = createUnionType({
  name: 'LoanOffersResult',
  description: 'What a lender offers, or why it offers nothing.',
  types: () =>
    [
      LoanOffersType,
      ConsentMissingError,
      NothingOfferedError,
      LendsNothingError,
      NotUsableNowError,
      ProviderUnavailableError,
      TransitionRefusedError,
      NotFoundError,
    ] as const,
});

export const OpenLoanResult = createUnionType({
  name: 'OpenLoanResult',
  description: 'What became of openLoan.',
  types: () =>
    [
      OpenLoanSuccess,
      LoanOfferStaleError,
      TermsChangedError,
      ConsentMissingError,
      LendsNothingError,
      NotUsableNowError,
      ProofRejectedError,
      TransitionRefusedError,
      NotFoundError,
      InvalidInputError,
      IdempotencyKeyReusedError,
    ] as const,
});
