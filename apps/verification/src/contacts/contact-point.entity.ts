import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ContactChannel, ContactPoint } from './contact-point.rules';

/** A row of `contact_point`. */
@Entity('contact_point')
export class ContactPointRow implements ContactPoint {
  @PrimaryColumn('text')
  id!: Id<'contact_point'>;

  @Column('text', { name: 'account_id' })
  accountId!: Id<'account'>;

  @Column('text')
  channel!: ContactChannel;

  @Column('text', { name: 'sealed_address' })
  sealedAddress!: string;

  @Column('text', { name: 'contact_digest' })
  contactDigest!: string;

  @Column('bigint', { transformer: { from: Number, to: Number } })
  sequence!: number;
}
