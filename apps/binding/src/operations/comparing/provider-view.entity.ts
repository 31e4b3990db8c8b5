import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CredentialStatus } from '../../providers';

/** A credential that a provider has, or had, of ours: how it stood when it was last looked at, and when it is looked at next. */
@Entity('provider_view')
export class ProviderViewRow {
  @PrimaryColumn('text', { name: 'binding_id' })
  bindingId!: Id<'binding'>;

  @Column('text')
  provider!: string;

  @Column('text', { name: 'credential_reference' })
  credentialReference!: string;

  @Column('text', { nullable: true })
  observed!: CredentialStatus | null;

  @Column('timestamptz', { name: 'observed_at', nullable: true })
  observedAt!: Date | null;

  @Column('timestamptz', { name: 'next_compare_at' })
  nextCompareAt!: Date;

  @Column('timestamptz', { name: 'looked_at', nullable: true })
  lookedAt!: Date | null;

  @Column('integer', { name: 'looked_in_vain' })
  lookedInVain!: number;
}
