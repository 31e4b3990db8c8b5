import { err, ok, type Clock, type Result } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import { lockAccount } from '../accounts';
import { listLiveSessionIds, type EndSessions } from '../sessions';
import type { StaffRoleCommand } from './grant-staff-role';
import { saveStaffRoleRevoked } from './staff-role.repository';
import type { NoSuchAccount, RoleNotHeld } from './staff.errors';

/**
 * Takes a role from an account, and ends all its sessions: tokens that were given before say the role for minutes yet, and the gateway refuses
 * those of ended sessions within its bound. Answers how many sessions were ended.
 */
export type RevokeStaffRole = (command: StaffRoleCommand) => Promise<Result<number, NoSuchAccount | RoleNotHeld>>;

export interface RevokeStaffRoleDeps {
  readonly unitOfWork: UnitOfWork;
  readonly endSessions: EndSessions;
  readonly clock: Clock;
}

export function createRevokeStaffRole({ unitOfWork, endSessions, clock }: RevokeStaffRoleDeps): RevokeStaffRole {
  return ({ accountId, role, by }) =>
    unitOfWork.run(async (tx) => {
      // Who logs in meanwhile waits for this lock, or has a session that is ended here.
      const account = await lockAccount(tx, accountId);
      if (!account) return err({ kind: 'NO_SUCH_ACCOUNT' });
      const revoked = { revokedAt: clock.now(), revokedBy: by };
      if (!(await saveStaffRoleRevoked(tx, { accountId, role }, revoked))) return err({ kind: 'ROLE_NOT_HELD' });
      const sessionIds = await listLiveSessionIds(tx, accountId, clock.now());
      return ok(await endSessions(tx, account, { sessionIds, cause: 'STAFF_ROLE_REVOKED' }));
    });
}
