import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `device_trust`: since when devices of an account are trusted. */
@Entity('device_trust')
export class DeviceTrustRow {
  @PrimaryColumn('text', { name: 'account_id' })
  accountId!: Id<'account'>;

  /** When its password was last set anew. */
  @Column('timestamptz')
  since!: Date;
}
