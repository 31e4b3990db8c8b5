import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Phase } from '@bindery/card-lifecycle';
import type { KindName, KnownBinding } from './known-binding.rules';

/** A row of `known_binding`. */
@Entity('known_binding')
export class KnownBindingRow implements KnownBinding {
  @PrimaryColumn('text')
  id!: Id<'binding'>;

  @Column('text', { name: 'account_id' })
  accountId!: Id<'account'>;

  @Column('text')
  phase!: Phase;

  @Column('text')
  kind!: string;

  @Column('jsonb', { name: 'kind_name', nullable: true })
  kindName!: KindName | null;

  @Column('timestamptz', { nullable: true })
  deadline!: Date | null;

  @Column('text', { nullable: true })
  succession!: string | null;

  @Column('timestamptz', { name: 'restorable_until', nullable: true })
  restorableUntil!: Date | null;

  @Column('bigint', { transformer: { from: Number, to: Number } })
  sequence!: number;
}
