import { err, newId, ok, type Clock, type Id, type Result } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { StaffRole } from '@bindery/trust';
import { lockAccount } from '../accounts';
import { insertStaffRole, listStaffRoles } from './staff-role.repository';
import type { NoSuchAccount, RoleHeldAlready } from './staff.errors';

export interface StaffRoleCommand {
  readonly accountId: Id<'account'>;
  readonly role: StaffRole;
  /** Who does it: the name of their login on the server. */
  readonly by: string;
}

/**
 * Gives an account a role. The access tokens that it gets from then on say so; those it has do not. Without an idempotency key: a repetition is
 * told that it is so already.
 */
export type GrantStaffRole = (command: StaffRoleCommand) => Promise<Result<null, NoSuchAccount | RoleHeldAlready>>;

export function createGrantStaffRole({ unitOfWork, clock }: { unitOfWork: UnitOfWork; clock: Clock }): GrantStaffRole {
  return ({ accountId, role, by }) =>
    unitOfWork.run(async (tx) => {
      const account = await lockAccount(tx, accountId);
      if (!account || account.standing === 'CLOSED') return err({ kind: 'NO_SUCH_ACCOUNT' });
      if ((await listStaffRoles(tx, accountId)).includes(role)) return err({ kind: 'ROLE_HELD_ALREADY' });
      const grantedAt = clock.now();
      const id = newId('staff_role', grantedAt.getTime());
      await insertStaffRole(tx, { id, accountId, role, grantedAt, grantedBy: by });
      return ok(null);
    });
}
