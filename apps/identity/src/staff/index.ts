import type { FeatureClasses, Foundation } from '@bindery/subgraph';
import type { LookupOf } from '../accounts';
import type { EndSessions } from '../sessions';
import type { StaffRolesOf } from '../tokens';
import { createFindStaffAccount } from './find-staff-account';
import { createGrantStaffRole } from './grant-staff-role';
import { createRevokeStaffRole } from './revoke-staff-role';
import { StaffRoleRow } from './staff-role.entity';
import { listStaffGrants, listStaffRoles } from './staff-role.repository';

export const staffClasses = { entities: [StaffRoleRow] } satisfies FeatureClasses;

/** The roles that an account has now, for its tokens. */
export const createStaffRolesOf =
  ({ db }: Pick<Foundation, 'db'>): StaffRolesOf =>
  (accountId) =>
    listStaffRoles(db, accountId);

/** Who of our own people may do what. Given and taken by a command on the server only (`npm run staff`): no field of the graph makes anybody staff. */
export function createStaffDesk(
  { db, unitOfWork, clock }: Pick<Foundation, 'db' | 'unitOfWork' | 'clock'>,
  { lookupOf, endSessions }: { readonly lookupOf: LookupOf; readonly endSessions: EndSessions },
) {
  return {
    findAccount: createFindStaffAccount({ db, lookupOf }),
    grant: createGrantStaffRole({ unitOfWork, clock }),
    revoke: createRevokeStaffRole({ unitOfWork, endSessions, clock }),
    listGrants: () => listStaffGrants(db),
  };
}

export type StaffDesk = ReturnType<typeof createStaffDesk>;
