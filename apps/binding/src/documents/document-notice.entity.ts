import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a holder was told when a document expires. */
@Entity('document_expiry_notice')
export class DocumentNoticeRow {
  @PrimaryColumn('text', { name: 'binding_id' })
  bindingId!: Id<'binding'>;

  @PrimaryColumn('text', { name: 'expires_on' })
  expiresOn!: string;

  @PrimaryColumn('integer', { name: 'days_before' })
  daysBefore!: number;

  @Column('timestamptz', { name: 'given_at' })
  givenAt!: Date;
}
