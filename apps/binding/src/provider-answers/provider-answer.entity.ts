import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StatedAnswer } from './provider-answer.rules';

/** What a provider answered otherwise, who stated it, and who decided. Added once, decided once. */
@Entity('provider_answer')
export class ProviderAnswerRow implements StatedAnswer {
  @PrimaryColumn('text')
  id!: StatedAnswer['id'];

  @Column('text', { name: 'case_id' })
  caseId!: StatedAnswer['caseId'];

  @Column('text')
  subject!: StatedAnswer['subject'];

  @Column('text')
  answer!: StatedAnswer['answer'];

  @Column('boolean', { name: 'takes_two' })
  takesTwo!: boolean;

  @Column('text', { name: 'loan_number', nullable: true })
  loanNumber!: string | null;

  @Column('text')
  evidence!: string;

  @Column('text')
  reason!: string;

  @Column('text', { name: 'stated_by' })
  statedBy!: StatedAnswer['statedBy'];

  @Column('timestamptz', { name: 'stated_at' })
  statedAt!: Date;

  @Column('text', { nullable: true })
  decision!: StatedAnswer['decision'];

  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy!: StatedAnswer['decidedBy'];

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;
}
