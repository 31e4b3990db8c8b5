import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '@bindery/kernel';
import type { AssuranceLevel, Session, SessionEndCause } from './session.rules';

@Entity('session')
export class SessionRow implements Session {
  @PrimaryColumn('text')
  id!: Id<'session'>;

  @Column('text', { name: 'account_id' })
  accountId!: Id<'account'>;

  @Column('text', { name: 'device_id' })
  deviceId!: Id<'device'>;

  @Column('text', { name: 'client_app' })
  clientApp!: string;

  @Column('text', { name: 'assurance_level' })
  assuranceLevel!: AssuranceLevel;

  @Column('integer')
  generation!: number;

  @Column('text', { name: 'refresh_hash' })
  refreshHash!: string;

  @Column('timestamptz', { name: 'rotated_at' })
  rotatedAt!: Date;

  @Column('text', { name: 'rotated_by', nullable: true })
  rotatedBy!: string | null;

  @Column('timestamptz', { name: 'started_at' })
  startedAt!: Date;

  @Column('timestamptz', { name: 'last_used_at' })
  lastUsedAt!: Date;

  @Column('timestamptz', { name: 'ends_at' })
  endsAt!: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('text', { name: 'end_cause', nullable: true })
  endCause!: SessionEndCause | null;
}
