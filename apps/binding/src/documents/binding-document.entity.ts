import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BindingDocument } from './document.rules';

/** A row of `binding_document`. */
@Entity('binding_document')
export class BindingDocumentRow implements BindingDocument {
  @PrimaryColumn('text', { name: 'binding_id' })
  bindingId!: Id<'binding'>;

  @Column('text')
  type!: string;

  @Column('text', { name: 'expires_on', nullable: true })
  expiresOn!: string | null;

  @Column('text', { name: 'review_id' })
  reviewId!: Id<'review'>;

  @Column('timestamptz', { name: 'approved_at' })
  approvedAt!: Date;
}
