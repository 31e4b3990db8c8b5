import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One of our people by whose word a review of a binding was decided. */
@Entity('binding_reviewer')
export class BindingReviewerRow {
  @PrimaryColumn('text', { name: 'review_id' })
  reviewId!: Id<'review'>;

  @PrimaryColumn('text', { name: 'account_id' })
  accountId!: Id<'account'>;

  @Column('text', { name: 'binding_id' })
  bindingId!: Id<'binding'>;

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt!: Date;
}
