import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The newest report of a card or device as lost; one without `foundAt` is in force. */
@Entity('lost_report')
export class LostReportRow {
  @PrimaryColumn('text', { name: 'account_id' })
  accountId!: Id<'account'>;

  @PrimaryColumn('text', { name: 'subject_id' })
  subjectId!: Id<'card'> | Id<'device'>;

  @Column('timestamptz', { name: 'reported_at' })
  reportedAt!: Date;

  @Column('timestamptz', { name: 'found_at', nullable: true })
  foundAt!: Date | null;
}
