import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '@bindery/kernel';
import type { ContactChannel, ContactPoint } from './contact-point.rules';

@Entity('contact_point')
export class ContactPointRow implements ContactPoint {
  @PrimaryColumn('text')
  id!: Id<'contact_point'>;

  @Column('text', { name: 'account_id' })
  accountId!: Id<'account'>;

  @Column('text')
  channel!: ContactChannel;

  /** Keyed hash of the address: unique, and the way from an address to its account. */
  @Column('text')
  lookup!: string;

  @Column('text', { name: 'sealed_address' })
  sealedAddress!: string;

  @Column('timestamptz', { name: 'confirmed_at' })
  confirmedAt!: Date;
}
