import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A device that identity told of. */
@Entity('known_device')
export class KnownDeviceRow {
  @PrimaryColumn('text')
  id!: Id<'device'>;

  @Column('text', { name: 'account_id' })
  accountId!: Id<'account'>;

  /** What it runs, e.g. IOS; null as long as identity has not said. */
  @Column('text', { nullable: true })
  platform!: string | null;

  @Column('timestamptz', { name: 'registered_at' })
  registeredAt!: Date;

  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt!: Date | null;
}
