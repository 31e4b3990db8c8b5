import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '@bindery/kernel';
import type { ProfileChange, ProviderEntry, VersionOrigin } from './provider-version.rules';

/** What a provider could do and asked for, from one moment on, and who said so. Never changed: what changes is a new version. */
@Entity('provider_profile_version')
export class ProviderVersionRow {
  @PrimaryColumn('text')
  provider!: string;

  /** From 1; the greatest is in force. */
  @PrimaryColumn('integer')
  version!: number;

  @Column('text')
  origin!: VersionOrigin;

  /** As it was written, its texts with placeholders. */
  @Column('jsonb')
  entry!: ProviderEntry;

  /** SHA-256 of what the file says, base64url; null where no file said it. */
  @Column('text', { name: 'file_digest', nullable: true })
  fileDigest!: string | null;

  /** What is other than in the version before. */
  @Column('jsonb')
  changes!: ProfileChange[];

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;

  @Column('text', { name: 'changed_by', nullable: true })
  changedBy!: Id<'account'> | null;

  /** The second operator, where the change loosened it; null where it took none. */
  @Column('text', { name: 'approved_by', nullable: true })
  approvedBy!: Id<'account'> | null;

  @Column('text', { nullable: true })
  note!: string | null;
}
