import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '@bindery/kernel';
import type { Device, DevicePlatform } from './device.rules';

@Entity('device')
export class DeviceRow implements Device {
  @PrimaryColumn('text')
  id!: Id<'device'>;

  @Column('text', { name: 'account_id' })
  accountId!: Id<'account'>;

  @Column('text', { name: 'installation_id' })
  installationId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  platform!: DevicePlatform;

  @Column('text', { name: 'client_app' })
  clientApp!: string;

  @Column('timestamptz', { name: 'registered_at' })
  registeredAt!: Date;

  @Column('timestamptz', { name: 'last_seen_at' })
  lastSeenAt!: Date;
}
