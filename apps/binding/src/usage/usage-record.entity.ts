import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Money } from '@bindery/values';
import type { InBothLanguages } from '@bindery/localisation';
import type { UsageKind, UsageRecord, UseConcern } from './usage.rules';

@Entity('usage_record')
export class UsageRecordRow implements UsageRecord {
  @PrimaryColumn('text')
  id!: Id<'usage'>;

  @Column('text')
  provider!: string;

  /** The provider's own id of the use, by which a repetition is known. */
  @Column('text', { name: 'provider_usage_id' })
  providerUsageId!: string;

  /** Whose it is: it outlives the binding, and belongs to the account. */
  @Column('text', { name: 'account_id' })
  accountId!: Id<'account'>;

  @Column('text', { name: 'card_id' })
  cardId!: Id<'card'>;

  @Column('text', { name: 'binding_id' })
  bindingId!: Id<'binding'>;

  @Column('text')
  kind!: UsageKind;

  @Column('jsonb')
  place!: InBothLanguages;

  @Column('jsonb', { nullable: true })
  amount!: Money | null;

  @Column('text', { nullable: true })
  concern!: UseConcern | null;

  @Column('timestamptz')
  at!: Date;
}
