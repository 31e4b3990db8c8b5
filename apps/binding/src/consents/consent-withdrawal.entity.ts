import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '@bindery/kernel';

/** That a consent was taken back. The consent itself stays as it was given. */
@Entity('consent_withdrawal')
export class ConsentWithdrawalRow {
  @PrimaryColumn('text', { name: 'consent_id' })
  consentId!: Id<'consent'>;

  @Column('timestamptz', { name: 'withdrawn_at' })
  withdrawnAt!: Date;
}
