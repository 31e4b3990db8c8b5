import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LendingKind } from '../providers';
import type { LenderRequest } from './lender-request.rules';

/** A row of `lender_request`. */
@Entity('lender_request')
export class LenderRequestRow implements LenderRequest {
  @PrimaryColumn('text')
  id!: Id<'operation'>;

  @Column('text', { name: 'binding_id' })
  bindingId!: Id<'binding'>;

  @Column('text')
  provider!: string;

  @Column('text')
  kind!: LendingKind;

  @Column('text', { name: 'subject_id' })
  subjectId!: LenderRequest['subjectId'];

  @Column('jsonb')
  body!: LenderRequest['body'];

  @Column('text')
  state!: LenderRequest['state'];

  @Column('text', { nullable: true })
  cause!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz')
  deadline!: Date;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt!: Date | null;

  @Column('integer')
  asked!: number;

  @Column('timestamptz', { name: 'asked_at', nullable: true })
  askedAt!: Date | null;

  @Column('text', { nullable: true })
  said!: LenderRequest['said'];

  @Column('timestamptz', { name: 'said_at', nullable: true })
  saidAt!: Date | null;

  @Column('timestamptz', { name: 'next_check_at' })
  nextCheckAt!: Date;

  @Column('timestamptz', { name: 'overdue_at', nullable: true })
  overdueAt!: Date | null;

  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt!: Date | null;
}
