import type { Id } from '@bindery/kernel';
import type { BindingCaseAbout, LeftMandate, ToldOfCase } from './cases.rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something about a binding that people have to look into. */
@Entity('binding_case')
export class BindingCaseRow {
  @PrimaryColumn('text')
  id!: Id<'case'>;

  @Column('text', { name: 'binding_id' })
  bindingId!: Id<'binding'>;

  @Column('text')
  about!: BindingCaseAbout;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;

  @Column('timestamptz', { name: 'answer_by' })
  answerBy!: Date;

  @Column('timestamptz', { name: 'overdue_since', nullable: true })
  overdueSince!: Date | null;

  @Column('integer', { name: 'answers_missed' })
  answersMissed!: number;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;

  @Column('text', { name: 'closed_by', nullable: true })
  closedBy!: Id<'account'> | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('jsonb', { nullable: true })
  mandates!: readonly LeftMandate[] | null;

  /** When our people had the provider asked again about it. */
  @Column('timestamptz', { name: 'asked_again_at', nullable: true })
  askedAgainAt!: Date | null;

  /** What of it its holder was told last; null until they were. */
  @Column('text', { nullable: true })
  told!: ToldOfCase | null;
}
