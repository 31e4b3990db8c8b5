import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Activation, ObligationActKind, ProviderSaying, SentKind } from '../providers';

export type OperationState = 'OPEN' | 'CONFIRMED' | 'REFUSED' | 'SUPERSEDED';

/** What is asked of a provider, and how far it is: enough to go on after a crash at any step. */
@Entity('operation')
export class OperationRow {
  @PrimaryColumn('text')
  id!: Id<'operation'>;

  @Column('text', { name: 'binding_id' })
  bindingId!: Id<'binding'>;

  @Column('text')
  provider!: string;

  @Column('text')
  kind!: SentKind | ObligationActKind;

  @Column('text')
  state!: OperationState;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  /** Set before the request leaves: whoever finds it set must ask before sending. */
  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt!: Date | null;

  /** How often the provider was asked how it stands; spaces the questions out. */
  @Column('integer')
  asked!: number;

  /** When it was asked so last. */
  @Column('timestamptz', { name: 'asked_at', nullable: true })
  askedAt!: Date | null;

  /** What it said last about it; null where it never did. */
  @Column('text', { nullable: true })
  said!: ProviderSaying | null;

  @Column('timestamptz', { name: 'said_at', nullable: true })
  saidAt!: Date | null;

  /** By when a job will have looked after it; reconciliation takes up what is past that. */
  @Column('timestamptz', { name: 'next_check_at' })
  nextCheckAt!: Date;

  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt!: Date | null;

  @Column('text', { nullable: true })
  cause!: string | null;

  /** What the holder has to do before the provider confirms; gone when the operation has ended. */
  @Column('jsonb', { nullable: true })
  activation!: Activation | null;
}
