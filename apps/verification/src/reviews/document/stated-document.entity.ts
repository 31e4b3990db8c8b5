import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StatedDocument, StatedType } from './stated-document.rules';

/** A row of `stated_document`. */
@Entity('stated_document')
export class StatedDocumentRow implements StatedDocument {
  @PrimaryColumn('text')
  id!: Id<'document'>;

  @Column('text', { name: 'account_id' })
  accountId!: Id<'account'>;

  @Column('text', { name: 'binding_id' })
  bindingId!: Id<'binding'>;

  @Column('text')
  type!: StatedType;

  @Column('text')
  fingerprint!: string;

  @Column('text', { name: 'last_four' })
  lastFour!: string;

  @Column('date', { name: 'expires_on', nullable: true })
  expiresOn!: string | null;

  @Column('timestamptz', { name: 'stated_at' })
  statedAt!: Date;
}
