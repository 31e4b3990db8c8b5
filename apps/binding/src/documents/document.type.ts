import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import {
  DateTimeScalar,
  enumOf,
  IdempotencyKeyReusedError,
  InvalidInputError,
  NotFoundError,
  OnceInput,
  Problem,
} from '@bindery/subgraph';
import { BindingType, TransitionRefusedError } from '../cards';
import { renewalStates } from './document.rules';

export const DocumentRenewalStateEnum = enumOf('DocumentRenewalState', 'How a renewal stands.', renewalStates, {
  OPEN: 'A newer document is waited for, or looked at.',
  APPROVED: 'The newer document counts.',
  MORE_ASKED: 'What was stated was not enough: it can be asked for again.',
  REFUSED: 'The newer document was not accepted.',
});

@ObjectType('DocumentRenewal', { description: 'That people look at a newer document of a bound card.' })
export class DocumentRenewalType {
  @Field(() => DocumentRenewalStateEnum, { description: 'How it stands, e.g. OPEN. Binding.review says more.' })
  state!: keyof typeof DocumentRenewalStateEnum;

  @Field(() => DateTimeScalar, { description: 'When it was asked for, UTC.' })
  askedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'By when it is decided, UTC; afterwards it can be asked for again.' })
  deadline!: Date;
}

@ObjectType('BindingDocument', {
  description: 'The document that a card’s holder is known by at its provider (requirement 34).',
})
export class BindingDocumentType {
  @Field({ description: 'What it is, e.g. MAINLAND_ID; an open list.' })
  type!: string;

  @Field({ description: 'What it is called, in the language of the caller.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its last day, e.g. 2034-05-01; null where it is good for good.',
  })
  expiresOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The last day on which the card is usable with it, with the days of grace of its provider; null where it does not expire.',
  })
  worksUntil!: string | null;

  @Field({ description: 'Whether a newer one can be brought now, by renewDocument.' })
  renewable!: boolean;

  @Field(() => DocumentRenewalType, {
    nullable: true,
    description: 'The last renewal that was asked for; null if none was.',
  })
  renewal!: DocumentRenewalType | null;
}

@InputType({ description: 'Says that there is a newer document for a bound card.' })
export class RenewDocumentInput extends OnceInput {
  @Field(() => ID, { description: 'Id of the binding, e.g. binding_01h455vb4pex5vsknk084sn02q.' })
  bindingId!: string;
}

@ObjectType({ description: 'People are asked: state the newer document by submitDocument.' })
export class RenewDocumentSuccess {
  @Field({ description: 'The binding, which stays as it is meanwhile.' })
  binding!: BindingType;
}

@ObjectType({ implements: Problem, description: 'No document of it expires within 60 days.' })
export class NothingToRenewError extends Problem {}

export const RenewDocumentResult = createUnionType({
  name: 'RenewDocumentResult',
  description: 'What became of renewDocument.',
  types: () =>
    [
      RenewDocumentSuccess,
      NothingToRenewError,
      TransitionRefusedError,
      NotFoundError,
      InvalidInputError,
      IdempotencyKeyReusedError,
    ] as const,
});
