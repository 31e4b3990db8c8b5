import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Money } from '@bindery/values';
import type { InBothLanguages } from '@bindery/localisation';
import type { Receipt } from './receipt.rules';

@Entity('receipt')
export class ReceiptRow implements Receipt {
  @PrimaryColumn('text')
  id!: Id<'receipt'>;

  @Column('text', { name: 'binding_id' })
  bindingId!: Id<'binding'>;

  @Column('timestamptz')
  at!: Date;

  @Column('jsonb')
  text!: InBothLanguages;

  @Column('jsonb', { name: 'fee_charged', nullable: true })
  feeCharged!: Money | null;

  @Column('timestamptz', { name: 'restorable_until', nullable: true })
  restorableUntil!: Date | null;
}
