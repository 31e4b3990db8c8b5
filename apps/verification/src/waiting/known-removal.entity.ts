import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { KindName } from '../proofs';
import type { KnownRemoval } from './known-removal.rules';

/** The last removal of a binding elsewhere. */
@Entity('known_removal')
export class KnownRemovalRow implements KnownRemoval {
  @PrimaryColumn('text', { name: 'binding_id' })
  bindingId!: Id<'binding'>;

  @Column('text', { name: 'account_id' })
  accountId!: Id<'account'>;

  @Column('jsonb', { name: 'kind_name', nullable: true })
  kindName!: KindName | null;

  @Column('bigint', { name: 'removal_version', transformer: { from: Number, to: Number } })
  removalVersion!: number;

  @Column('timestamptz', { name: 'answer_by', nullable: true })
  answerBy!: Date | null;

  @Column('boolean', { name: 'is_over' })
  isOver!: boolean;
}
