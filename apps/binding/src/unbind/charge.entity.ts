import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Charge } from './charge.rules';

/** A fee of an unbind that was charged, once for its plan (invariant 11). */
@Entity('charge')
export class ChargeRow implements Charge {
  @PrimaryColumn('text')
  id!: Id<'charge'>;

  @Column('text', { name: 'plan_id' })
  planId!: Id<'plan'>;

  @Column('text', { name: 'binding_id' })
  bindingId!: Id<'binding'>;

  @Column('bigint', { transformer: { to: (value: number) => value, from: Number } })
  value!: number;

  @Column('text')
  currency!: string;

  @Column('timestamptz', { name: 'charged_at' })
  chargedAt!: Date;

  @Column('timestamptz', { name: 'refunded_at', nullable: true })
  refundedAt!: Date | null;
}
