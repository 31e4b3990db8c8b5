import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OwedCode } from './blocking.rules';

/** What keeps a replaced card at its provider, and since when. */
@Entity('owed_wait')
export class OwedWaitRow {
  @PrimaryColumn('text', { name: 'binding_id' })
  bindingId!: Id<'binding'>;

  @Column('text', { array: true })
  owes!: OwedCode[];

  @Column('timestamptz')
  since!: Date;
}
