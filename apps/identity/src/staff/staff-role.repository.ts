import { IsNull, type EntityManager } from 'typeorm';
import type { Id } from '@bindery/kernel';
import type { StaffRole } from '@bindery/trust';
import { StaffRoleRow } from './staff-role.entity';

/** The roles that an account has now, each once. */
export async function listStaffRoles(db: EntityManager, accountId: Id<'account'>): Promise<StaffRole[]> {
  const rows = await db.find(StaffRoleRow, { select: { role: true }, where: { accountId, revokedAt: IsNull() } });
  return rows.map(({ role }) => role).sort();
}

/** Every grant there was, oldest first. */
export const listStaffGrants = (db: EntityManager): Promise<StaffRoleRow[]> =>
  db.find(StaffRoleRow, { order: { id: 'ASC' } });

export async function insertStaffRole(
  tx: EntityManager,
  granted: Omit<StaffRoleRow, 'revokedAt' | 'revokedBy'>,
): Promise<void> {
  await tx.insert(StaffRoleRow, { ...granted, revokedAt: null, revokedBy: null });
}

/** Ends the grant that the account has; false when it has none. */
export async function saveStaffRoleRevoked(
  tx: EntityManager,
  { accountId, role }: Pick<StaffRoleRow, 'accountId' | 'role'>,
  revoked: { readonly revokedAt: Date; readonly revokedBy: string },
): Promise<boolean> {
  const { affected } = await tx.update(StaffRoleRow, { accountId, role, revokedAt: IsNull() }, revoked);
  return affected === 1;
}
