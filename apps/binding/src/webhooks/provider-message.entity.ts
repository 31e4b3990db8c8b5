import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The id of a webhook that has had its effect. */
@Entity('provider_message')
export class ProviderMessageRow {
  @PrimaryColumn('text')
  provider!: string;

  @PrimaryColumn('text', { name: 'webhook_id' })
  webhookId!: string;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt!: Date;
}
