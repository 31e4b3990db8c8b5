import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OutboundChannel } from './channel.rules';

/** A confirmed phone or mailbox of an account, its address sealed. */
@Entity('contact_point')
export class ContactPointRow {
  @PrimaryColumn({ type: 'text' })
  id!: Id<'contact_point'>;

  @Column({ name: 'account_id', type: 'text' })
  accountId!: Id<'account'>;

  @Column({ type: 'text' })
  channel!: OutboundChannel;

  @Column({ name: 'sealed_address', type: 'text' })
  sealedAddress!: string;

  @Column({ name: 'confirmed_at', type: 'timestamptz' })
  confirmedAt!: Date;
}
