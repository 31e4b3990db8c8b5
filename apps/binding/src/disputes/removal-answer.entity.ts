import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RemovalAnswer } from './removal-question.rules';

@Entity('removal_answer')
export class RemovalAnswerRow implements RemovalAnswer {
  @PrimaryColumn('text', { name: 'binding_id' })
  bindingId!: Id<'binding'>;

  @PrimaryColumn('integer', { name: 'removal_version' })
  removalVersion!: number;

  @Column('boolean', { name: 'it_was_me' })
  itWasMe!: boolean;

  @Column('text', { name: 'session_id' })
  sessionId!: Id<'session'>;

  @Column('timestamptz')
  at!: Date;
}
