import { createUnionType, Field, ObjectType } from 'type-graphql';
import { IdempotencyKeyReusedError, InvalidInputError, NotFoundError, Problem, ProblemCodes } from '@bindery/subgraph';
import { ReviewType } from '../review.type';

@ObjectType({ description: 'Stated; people look at it.' })
export class SubmitDocumentSuccess {
  @Field({ description: 'The review, with the document.' })
  review!: ReviewType;
}

@ProblemCodes('DOCUMENT_NOT_WANTED', 'DOCUMENT_EXPIRED', 'DOCUMENT_LOOKED_AT', 'TOO_MANY_DOCUMENTS')
@ObjectType({ implements: Problem, description: 'This document is not taken here.' })
export class DocumentRefusedError extends Problem {}

export const SubmitDocumentResult = createUnionType({
  name: 'SubmitDocumentResult',
  description: 'What became of submitDocument.',
  types: () =>
    [SubmitDocumentSuccess, DocumentRefusedError, NotFoundError, InvalidInputError, IdempotencyKeyReusedError] as const,
});
