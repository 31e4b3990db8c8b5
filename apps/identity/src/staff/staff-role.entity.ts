import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '@bindery/kernel';
import type { StaffRole } from '@bindery/trust';

/** That an account has, or had, a role of our own people. */
@Entity('staff_role')
export class StaffRoleRow {
  @PrimaryColumn('text')
  id!: Id<'staff_role'>;

  @Column('text', { name: 'account_id' })
  accountId!: Id<'account'>;

  @Column('text')
  role!: StaffRole;

  @Column('timestamptz', { name: 'granted_at' })
  grantedAt!: Date;

  /** Who did it: the name of their login on the server. */
  @Column('text', { name: 'granted_by' })
  grantedBy!: string;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;

  @Column('text', { name: 'revoked_by', nullable: true })
  revokedBy!: string | null;
}
