import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a holder agreed to before binding (requirement 41). */
@Entity('consent')
export class ConsentRow {
  @PrimaryColumn('text')
  id!: Id<'consent'>;

  @Column('text', { name: 'account_id' })
  accountId!: Id<'account'>;

  @Column('text', { name: 'binding_id' })
  bindingId!: Id<'binding'>;

  @Column('text')
  provider!: string;

  @Column('text')
  version!: string;

  /** The text as it was shown. It is kept here and goes into no event. */
  @Column('text')
  text!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
