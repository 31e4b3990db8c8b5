import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `known_address`: from where an account’s holder has logged in. */
@Entity('known_address')
export class KnownAddressRow {
  @PrimaryColumn('text', { name: 'account_id' })
  accountId!: Id<'account'>;

  /** Keyed digest of the network address. */
  @PrimaryColumn('text', { name: 'address_digest' })
  addressDigest!: string;

  /** When the last login there was. */
  @Column('timestamptz', { name: 'known_at' })
  knownAt!: Date;
}
