import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LogInFailure } from './account-lock.rules';

/** By phone, not by account: a phone without an account is slowed down just the same. */
@Entity('log_in_failure')
export class LogInFailureRow implements LogInFailure {
  @PrimaryColumn('text')
  lookup!: string;

  @Column('integer')
  failures!: number;

  @Column('timestamptz', { name: 'blocked_until' })
  blockedUntil!: Date;

  @Column('timestamptz', { name: 'last_failed_at' })
  lastFailedAt!: Date;
}
