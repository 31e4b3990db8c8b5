import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Money } from '../domain/provider-profile';
import type { UnbindEffect } from '../domain/unbind-effect';
import type { UnbindBlocker, UnbindPlan } from '../domain/unbind-plan';

@Entity('unbind_plan')
export class UnbindPlanRow implements UnbindPlan {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'binding_id' })
  bindingId!: string;

  @Column('integer', { name: 'binding_version' })
  bindingVersion!: number;

  @Column('text')
  digest!: string;

  @Column('jsonb')
  effects!: UnbindEffect[];

  @Column('jsonb')
  blockers!: UnbindBlocker[];

  @Column('jsonb', { nullable: true })
  fee!: Money | null;

  @Column('jsonb')
  proof!: UnbindPlan['proof'];

  @Column('timestamptz', { name: 'quoted_at' })
  quotedAt!: Date;

  @Column('timestamptz', { name: 'quoted_until' })
  quotedUntil!: Date;
}
