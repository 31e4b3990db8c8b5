import type { Id } from '@bindery/kernel';
import type { Locale } from '@bindery/localisation';
import type { Money } from '@bindery/values';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ObligationActKind } from '../../providers';
import type { ActDetails } from './act.rules';

/** What an operation does about a mandate, a pending payment or a balance. How it stands says the operation itself. */
@Entity('obligation_act')
export class ObligationActRow implements ActDetails {
  @PrimaryColumn('text', { name: 'operation_id' })
  operationId!: Id<'operation'>;

  @Column('text', { name: 'account_id' })
  accountId!: Id<'account'>;

  @Column('text', { name: 'binding_id' })
  bindingId!: Id<'binding'>;

  @Column('text')
  kind!: ObligationActKind;

  @Column('text', { name: 'obligation_id' })
  obligationId!: string;

  @Column('text')
  about!: string;

  @Column('jsonb', { nullable: true })
  amount!: Money | null;

  @Column('text', { name: 'to_binding_id', nullable: true })
  toBindingId!: Id<'binding'> | null;

  @Column('jsonb', { nullable: true })
  agreed!: { readonly text: string; readonly locale: Locale } | null;

  @Column('text', { name: 'proof_id', nullable: true })
  proofId!: Id<'proof'> | null;

  @Column('text', { name: 'successor_id', nullable: true })
  successorId!: Id<'binding'> | null;

  @Column('timestamptz')
  deadline!: Date;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}
