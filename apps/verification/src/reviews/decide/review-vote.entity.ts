import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReviewDecision, ReviewReason, Vote } from '../review.rules';

/** A row of `review_vote`. */
@Entity('review_vote')
export class ReviewVoteRow implements Vote {
  @PrimaryColumn('text', { name: 'review_id' })
  reviewId!: Id<'review'>;

  @PrimaryColumn('text', { name: 'reviewer_id' })
  reviewerId!: Id<'account'>;

  @Column('text')
  decision!: ReviewDecision;

  @Column('jsonb')
  reasons!: readonly ReviewReason[];

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt!: Date;
}
