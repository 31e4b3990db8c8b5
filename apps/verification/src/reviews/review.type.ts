import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Id } from '@bindery/kernel';
import { connectionOf, DateTimeScalar } from '@bindery/subgraph';
import type { StatedType } from './document/stated-document.rules';
import type { ReviewAbout, ReviewReason, ReviewState } from './review.rules';
import { ReviewAboutEnum, ReviewReasonEnum, ReviewStateEnum, StatedDocumentTypeEnum } from './reviews.enums';

@ObjectType('ReviewReason', { description: 'Why more is asked for, or it was refused.' })
export class ReviewReasonType {
  @Field(() => ReviewReasonEnum, { description: 'Stable code, e.g. DOCUMENT_EXPIRES_SOON.' })
  code!: ReviewReason;

  @Field({ description: 'The reason in words, in the language of the caller.' })
  text!: string;
}

@ObjectType('StatedDocument', {
  description:
    'What a holder stated of a document. No image of it exists here; of its number only the end is kept in the clear.',
})
export class StatedDocumentType {
  @Field(() => StatedDocumentTypeEnum, { description: 'What it is, e.g. MAINLAND_ID.' })
  type!: StatedType;

  @Field({ description: 'The last four characters of its number, e.g. 002X.' })
  lastFour!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its last day, e.g. 2034-05-01; null where it is good for good.',
  })
  expiresOn!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was stated, UTC.' })
  statedAt!: Date;
}

@ObjectType('Review', {
  description: 'That people look at a binding before its provider is asked, as its holder sees it.',
})
export class ReviewType {
  @Field(() => ReviewAboutEnum, { description: 'What is looked at, e.g. RENEWAL.' })
  about!: ReviewAbout;

  @Field(() => ReviewStateEnum, { description: 'How it stands, e.g. OPEN.' })
  state!: ReviewState;

  @Field(() => DateTimeScalar, {
    description: 'By when it is decided, UTC; afterwards a bind lapses, and a renewal can be asked for again.',
  })
  deadline!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was decided, UTC; null while it was not.' })
  decidedAt!: Date | null;

  @Field(() => Int, { description: 'Which review of this binding it is, from 1 to 3.' })
  round!: number;

  @Field(() => [StatedDocumentTypeEnum], {
    description: 'Documents any one of which is asked for by submitDocument; empty where none is.',
  })
  documentsWanted!: StatedType[];

  @Field(() => [StatedDocumentType], { description: 'What was stated so far, the newest first.' })
  documents!: StatedDocumentType[];

  @Field(() => [ReviewReasonType], { description: 'Why more is asked for, or it was refused; empty otherwise.' })
  reasons!: ReviewReasonType[];
}

@ObjectType('ReviewTaskDocument', { description: 'A stated document, as a reviewer sees it.' })
export class ReviewTaskDocumentType extends StatedDocumentType {
  @Field({ description: 'Whether another account has stated a document of the same number.' })
  statedElsewhere!: boolean;

  @Field({ description: 'Whether it has expired by now.' })
  expired!: boolean;
}

@ObjectType('ReviewTask', { description: 'A review, as a reviewer sees it. For our own people.' })
export class ReviewTaskType {
  @Field(() => ID, { description: 'Its id, e.g. review_01h455vb4pex5vsknk084sn02q; not one for node.' })
  id!: Id<'review'>;

  @Field(() => ID, { description: 'The binding that is looked at; nothing of the card is told.' })
  bindingId!: Id<'binding'>;

  @Field(() => ReviewAboutEnum, { description: 'What is looked at, e.g. RENEWAL.' })
  about!: ReviewAbout;

  @Field({ description: 'Code of the provider, e.g. xiaomi-finance.' })
  provider!: string;

  @Field(() => ReviewStateEnum, { description: 'How it stands, e.g. OPEN.' })
  state!: ReviewState;

  @Field(() => Int, { description: 'Which review of this binding it is, from 1.' })
  round!: number;

  @Field(() => DateTimeScalar, { description: 'When it was asked for, UTC.' })
  requestedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'By when it has to be decided, UTC.' })
  deadline!: Date;

  @Field(() => Int, { description: 'How many different people have to agree, 1 or 2.' })
  reviewersNeeded!: number;

  @Field(() => Int, {
    description:
      'How many have agreed; while it is open only whether the caller has, so that each looks with their own eyes.',
  })
  agreed!: number;

  @Field(() => [StatedDocumentTypeEnum], {
    description: 'Documents any one of which is needed to approve; empty: none.',
  })
  documentsWanted!: StatedType[];

  @Field(() => [ReviewTaskDocumentType], { description: 'What was stated, the newest first.' })
  documents!: ReviewTaskDocumentType[];

  @Field({
    description:
      'Names what was stated, as it is shown here; an approval quotes it, so that nothing else is approved than what was looked at.',
  })
  documentsDigest!: string;
}

@ObjectType('ReviewTaskConnection', { description: 'A page of reviews, the longest waiting first.' })
export class ReviewTaskConnection extends connectionOf('ReviewTask', () => ReviewTaskType) {}
