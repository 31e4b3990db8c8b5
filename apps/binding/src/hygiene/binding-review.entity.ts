import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Until when an account does not want to be asked to look through what it has bound. */
@Entity('binding_review')
export class BindingReviewRow {
  @PrimaryColumn('text', { name: 'account_id' })
  accountId!: Id<'account'>;

  @Column('timestamptz', { name: 'dismissed_until' })
  dismissedUntil!: Date;
}
