import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Review, ReviewAbout, ReviewReason, ReviewState } from './review.rules';

/** A row of `review`. */
@Entity('review')
export class ReviewRow implements Review {
  @PrimaryColumn('text')
  id!: Id<'review'>;

  @Column('integer')
  version!: number;

  @Column('text', { name: 'binding_id' })
  bindingId!: Id<'binding'>;

  @Column('text', { name: 'account_id' })
  accountId!: Id<'account'>;

  @Column('text')
  about!: ReviewAbout;

  @Column('bigint', { name: 'request_version', transformer: { from: Number, to: Number } })
  requestVersion!: number;

  @Column('text')
  provider!: string;

  @Column('jsonb', { name: 'provider_name', nullable: true })
  providerName!: Review['providerName'];

  @Column('jsonb', { name: 'kind_name', nullable: true })
  kindName!: Review['kindName'];

  @Column('jsonb', { name: 'document_types' })
  documentTypes!: readonly string[];

  @Column('integer', { name: 'reviewers_needed' })
  reviewersNeeded!: number;

  @Column('integer')
  round!: number;

  @Column('text')
  state!: ReviewState;

  @Column('jsonb')
  reasons!: readonly ReviewReason[];

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt!: Date;

  @Column('timestamptz')
  deadline!: Date;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;
}
