import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DocumentRenewal, RenewalState } from './document.rules';

/** A row of `document_renewal`. */
@Entity('document_renewal')
export class DocumentRenewalRow implements DocumentRenewal {
  @PrimaryColumn('text')
  id!: Id<'renewal'>;

  @Column('text', { name: 'binding_id' })
  bindingId!: Id<'binding'>;

  @Column('text', { name: 'account_id' })
  accountId!: Id<'account'>;

  @Column('integer')
  number!: number;

  @Column('text')
  state!: RenewalState;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  @Column('timestamptz')
  deadline!: Date;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;
}
