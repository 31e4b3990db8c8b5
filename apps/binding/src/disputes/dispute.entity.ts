import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Dispute, DisputeMatter, DisputeState } from './disputes.rules';

@Entity('dispute')
export class DisputeRow implements Dispute {
  @PrimaryColumn('text')
  id!: Id<'dispute'>;

  @Column('text', { name: 'binding_id' })
  bindingId!: Id<'binding'>;

  @Column('text', { name: 'card_id' })
  cardId!: Id<'card'>;

  @Column('text', { name: 'account_id' })
  accountId!: Id<'account'>;

  @Column('text')
  about!: DisputeMatter;

  @Column('text')
  words!: string;

  @Column('text', { name: 'usage_id', nullable: true })
  usageId!: Id<'usage'> | null;

  @Column('text', { name: 'loan_id', nullable: true })
  loanId!: Id<'loan'> | null;

  @Column('text', { name: 'session_id' })
  sessionId!: Id<'session'>;

  @Column('text', { name: 'device_id' })
  deviceId!: Id<'device'>;

  @Column('timestamptz', { name: 'act_at' })
  actAt!: Date;

  @Column('text')
  state!: DisputeState;

  @Column('integer')
  version!: number;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;

  @Column('timestamptz', { name: 'decide_by' })
  decideBy!: Date;

  @Column('timestamptz', { name: 'escalated_at', nullable: true })
  escalatedAt!: Date | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  @Column('timestamptz', { name: 'prove_by', nullable: true })
  proveBy!: Date | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;

  @Column('text', { name: 'settled_by_id', nullable: true })
  settledById!: Id<'dispute'> | null;
}
