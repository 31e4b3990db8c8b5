import { createUnionType, Field, ObjectType } from 'type-graphql';
import { IdempotencyKeyReusedError, InvalidInputError, NotFoundError, TooManyRequestsError } from '@bindery/subgraph';
import { BindingType, ProviderUnavailableError } from '../../cards';
import {
  AlreadyBoundError,
  BindingLimitError,
  BindingRefusedError,
  CardNumberInvalidError,
  ProviderUnknownError,
  TermsChangedError,
} from './start-errors.type';

@ObjectType({ description: 'Begun; the next steps say what is needed.' })
export class StartBindingSuccess {
  @Field({ description: 'The binding.' })
  binding!: BindingType;
}

export const StartBindingResult = createUnionType({
  name: 'StartBindingResult',
  description: 'What became of startBinding.',
  types: () =>
    [
      StartBindingSuccess,
      CardNumberInvalidError,
      ProviderUnknownError,
      TermsChangedError,
      AlreadyBoundError,
      BindingLimitError,
      BindingRefusedError,
      ProviderUnavailableError,
      TooManyRequestsError,
      NotFoundError,
      InvalidInputError,
      IdempotencyKeyReusedError,
    ] as const,
});
