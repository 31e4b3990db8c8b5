import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** The outbox's table as TypeORM would have it. */
@Entity('outbox_events')
export class NaiveOutboxRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  position!: string;

  @Column('text', { name: 'event_id' })
  eventId!: string;

  @Column('text')
  topic!: string;

  @Column('text')
  key!: string;

  @Column('jsonb')
  headers!: Record<string, string>;

  @Column('text')
  value!: string;
}
