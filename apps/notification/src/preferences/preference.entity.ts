import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NotificationKind } from '../alerts';
import type { OutboundChannel } from '../recipients';

/** What an account chose for one kind on one channel; defaults are not kept. */
@Entity('preference')
export class PreferenceRow {
  @PrimaryColumn({ name: 'account_id', type: 'text' })
  accountId!: Id<'account'>;

  @PrimaryColumn({ type: 'text' })
  kind!: NotificationKind;

  @PrimaryColumn({ type: 'text' })
  channel!: OutboundChannel;

  @Column({ type: 'boolean' })
  enabled!: boolean;

  @Column({ name: 'changed_at', type: 'timestamptz', default: () => 'now()' })
  changedAt!: Date;
}
