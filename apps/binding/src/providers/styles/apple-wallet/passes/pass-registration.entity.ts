import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Registration } from './pass.rules';

/** A device that has a pass and wants to hear of its changes. */
@Entity('pass_registration')
export class PassRegistrationRow implements Registration {
  @PrimaryColumn('text', { name: 'device_library_id' })
  deviceLibraryId!: string;

  @PrimaryColumn('text', { name: 'serial_number' })
  serialNumber!: string;

  @Column('text', { name: 'push_token' })
  pushToken!: string;

  /** Of the registration itself: the device may have asked for changes with a later tag than that of what it downloaded. */
  @Column('bigint', { name: 'update_tag' })
  updateTag!: string;

  /** Of the last change that APNs was told of. */
  @Column('bigint', { name: 'notified_tag' })
  notifiedTag!: string;

  @Column('timestamptz', { name: 'registered_at' })
  registeredAt!: Date;
}
