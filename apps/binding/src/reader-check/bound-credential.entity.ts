import type { Id } from '@bindery/kernel';
import type { Hold, Sync } from '@bindery/card-lifecycle';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What is bound now, as readers ask about it. The database keeps it by bindings and cards, in their transactions; here it is only read. */
@Entity('bound_credential')
export class BoundCredentialRow {
  @PrimaryColumn('text', { name: 'binding_id' })
  bindingId!: Id<'binding'>;

  @Column('text')
  provider!: string;

  @Column('text', { name: 'credential_reference' })
  credentialReference!: string;

  /** Null where there are none. */
  @Column('jsonb', { nullable: true })
  holds!: Hold[] | null;

  /** Null where it is in sync. */
  @Column('jsonb', { nullable: true })
  sync!: Sync | null;

  @Column('text', { name: 'expires_on', nullable: true })
  expiresOn!: string | null;

  /** The provider's ids of the doors that its card opens; null where there are none. */
  @Column('text', { array: true, nullable: true })
  doors!: string[] | null;
}
