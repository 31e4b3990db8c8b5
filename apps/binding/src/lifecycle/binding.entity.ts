import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Hold, Phase, Sync } from '@bindery/card-lifecycle';
import type { RestoreTerms } from './restore-terms.rules';

@Entity('binding')
export class BindingRow {
  @PrimaryColumn('text')
  id!: Id<'binding'>;

  @Column('text', { name: 'card_id' })
  cardId!: Id<'card'>;

  @Column('text', { name: 'account_id' })
  accountId!: Id<'account'>;

  @Column('text')
  provider!: string;

  @Column('text')
  kind!: string;

  @Column('text', { name: 'device_id' })
  deviceId!: Id<'device'>;

  @Column('text')
  phase!: Phase;

  @Column('jsonb')
  holds!: Hold[];

  @Column('jsonb')
  sync!: Sync;

  @Column('integer')
  version!: number;

  @Column('text', { name: 'credential_reference', nullable: true })
  credentialReference!: string | null;

  @Column('text', { name: 'credential_digest', nullable: true })
  credentialDigest!: string | null;

  @Column('text', { name: 'consent_id' })
  consentId!: Id<'consent'>;

  @Column('text', { name: 'previous_binding_id', nullable: true })
  previousBindingId!: Id<'binding'> | null;

  @Column('timestamptz', { nullable: true })
  deadline!: Date | null;

  @Column('timestamptz', { name: 'started_at' })
  startedAt!: Date;

  @Column('timestamptz', { name: 'bound_at', nullable: true })
  boundAt!: Date | null;

  @Column('timestamptz', { name: 'unbound_at', nullable: true })
  unboundAt!: Date | null;

  @Column('timestamptz', { name: 'restorable_until', nullable: true })
  restorableUntil!: Date | null;

  @Column('jsonb', { name: 'promised_restore', nullable: true })
  promisedRestore!: RestoreTerms | null;

  @Column('text', { name: 'plan_id', nullable: true })
  planId!: Id<'plan'> | null;

  @Column('text', { name: 'unbind_reason', nullable: true })
  unbindReason!: string | null;

  @Column('text', { name: 'receipt_id', nullable: true })
  receiptId!: Id<'receipt'> | null;
}
