import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '@bindery/kernel';

/** From where an account’s holder was recognised. */
@Entity('known_address')
export class KnownAddressRow {
  @PrimaryColumn('text', { name: 'account_id' })
  accountId!: Id<'account'>;

  /** Keyed digest of the network address. */
  @PrimaryColumn('text', { name: 'address_digest' })
  addressDigest!: string;

  @Column('timestamptz', { name: 'last_used_at' })
  lastUsedAt!: Date;
}
