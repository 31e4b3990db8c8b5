import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Money } from '@bindery/values';
import type { UnbindEffect } from './unbind-effect.rules';
import type { UnbindBlocker, UnbindPlan } from './unbind-plan.rules';

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
