import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '@bindery/kernel';

/** Where a consent stands that has gone over to another binding than it was given on. */
@Entity('consent_place')
export class ConsentPlaceRow {
  @PrimaryColumn('text', { name: 'consent_id' })
  consentId!: Id<'consent'>;

  @Column('text', { name: 'binding_id' })
  bindingId!: Id<'binding'>;

  @Column('timestamptz', { name: 'moved_at' })
  movedAt!: Date;
}
