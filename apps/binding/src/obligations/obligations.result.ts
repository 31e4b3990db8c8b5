import type { Id } from '@bindery/kernel';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import {
  DateTimeScalar,
  IdempotencyKeyReusedError,
  InvalidInputError,
  NotFoundError,
  Problem,
} from '@bindery/subgraph';
import { BindingType, ProviderUnavailableError } from '../cards';
import { ProofRejectedError } from '../proofs';
import { ObligationActType } from './obligations.type';

@ObjectType()
abstract class ObligationActSuccess {
  @Field({ description: 'What was asked for, and how it stands.' })
  act!: ObligationActType;

  @Field({ description: 'The card.' })
  binding!: BindingType;
}

@ObjectType({
  implements: Problem,
  description: 'What was offered is not there any more, or is other than it was shown.',
})
export class ObligationOfferChangedError extends Problem {
  @Field(() => BindingType, { nullable: true, description: 'The card; its obligations have the offers of now.' })
  current!: BindingType | null;

  /** For field resolvers. */
  bindingId!: Id<'binding'>;
}

@ObjectType({ implements: Problem, description: 'Something is being done about what hangs on this card already.' })
export class ObligationUnderWayError extends Problem {
  @Field(() => DateTimeScalar, { description: 'By when the provider answers, or it becomes a case, UTC.' })
  until!: Date;
}

const refused = [
  ObligationOfferChangedError,
  ObligationUnderWayError,
  ProviderUnavailableError,
  ProofRejectedError,
  NotFoundError,
  InvalidInputError,
  IdempotencyKeyReusedError,
] as const;

@ObjectType({ description: 'Asked for: the provider cancels it.' })
export class CancelMandateSuccess extends ObligationActSuccess {}

export const CancelMandateResult = createUnionType({
  name: 'CancelMandateResult',
  description: 'What became of cancelMandate.',
  types: () => [CancelMandateSuccess, ...refused] as const,
});

@ObjectType({ description: 'Asked for: the provider moves it.' })
export class MoveMandateSuccess extends ObligationActSuccess {}

export const MoveMandateResult = createUnionType({
  name: 'MoveMandateResult',
  description: 'What became of moveMandate.',
  types: () => [MoveMandateSuccess, ...refused] as const,
});

@ObjectType({ description: 'Asked for: the provider settles it.' })
export class SettlePendingSuccess extends ObligationActSuccess {}

export const SettlePendingResult = createUnionType({
  name: 'SettlePendingResult',
  description: 'What became of settlePending.',
  types: () => [SettlePendingSuccess, ...refused] as const,
});

@ObjectType({ description: 'Asked for: the provider pays it out.' })
export class WithdrawBalanceSuccess extends ObligationActSuccess {}

export const WithdrawBalanceResult = createUnionType({
  name: 'WithdrawBalanceResult',
  description: 'What became of withdrawBalance.',
  types: () => [WithdrawBalanceSuccess, ...refused] as const,
});
