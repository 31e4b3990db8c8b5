import type { StaffDesk } from '../../apps/identity/src/staff';

type Grant = Awaited<ReturnType<StaffDesk['listGrants']>>[number];

/** One line of the list. */
export const toRow = ({ accountId, role, grantedAt, grantedBy, revokedAt, revokedBy }: Grant): string =>
  [
    role.padEnd(9),
    accountId,
    `granted ${grantedAt.toISOString()} by ${grantedBy}`,
    ...(revokedAt ? [`revoked ${revokedAt.toISOString()} by ${revokedBy}`] : []),
  ].join('  ');

const words = {
  NO_SUCH_ACCOUNT: (account: string) =>
    `No open account has the id or phone ${account}. It is registered in the app first.`,
  ROLE_HELD_ALREADY: (account: string, role: string) => `${account} is ${role} already; nothing was changed.`,
  ROLE_NOT_HELD: (account: string, role: string) => `${account} is not ${role}; nothing was changed.`,
};

export const toRefusal = (kind: keyof typeof words, account: string, role = ''): string => words[kind](account, role);
