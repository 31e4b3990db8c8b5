import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Actor, Hold, Phase, Sync, TriggerType } from '@bindery/card-lifecycle';
import type { Channel, NoteTrigger, ToldFact } from './binding-change.rules';

@Entity('binding_change')
export class BindingChangeRow {
  /** Counts up as changes are written; the order of a card's history. */
  @Column({ type: 'bigint', insert: false })
  position!: string;

  @PrimaryColumn('text')
  id!: Id<'change'>;

  @Column('text', { name: 'binding_id' })
  bindingId!: Id<'binding'>;

  /** Of the binding after the step; null where it was no step of it. */
  @Column('integer', { nullable: true })
  version!: number | null;

  @Column('text', { name: 'card_id' })
  cardId!: Id<'card'>;

  @Column('timestamptz')
  at!: Date;

  @Column('text')
  actor!: Actor;

  @Column('text')
  channel!: Channel;

  @Column('text')
  trigger!: TriggerType | NoteTrigger;

  @Column('text')
  fact!: ToldFact;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('text', { name: 'from_phase', nullable: true })
  fromPhase!: Phase | null;

  @Column('text', { name: 'to_phase' })
  toPhase!: Phase;

  @Column('jsonb')
  holds!: Hold[];

  @Column('jsonb')
  sync!: Sync;
}
