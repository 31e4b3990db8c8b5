import type { EntityManager } from 'typeorm';
import type { Account, LockedAccount } from '../accounts';
import { PasswordRow } from './password.entity';

/** An account and what its password is checked against. */
export interface PasswordHolder {
  readonly account: Account;
  readonly passwordHash: string;
  readonly passwordChangedAt: Date;
}

/** Who has the phone of this lookup: one statement, found or not, so that its time does not tell. */
export async function findPasswordHolder(tx: EntityManager, lookup: string): Promise<PasswordHolder | null> {
  const [row]: (Account & Omit<PasswordHolder, 'account'>)[] = await tx.query(
    `SELECT account.id, display_name AS "displayName", locale, time_zone AS "timeZone", standing, version, created_at AS "createdAt", hash AS "passwordHash", changed_at AS "passwordChangedAt"
     FROM contact_point JOIN account ON account.id = contact_point.account_id JOIN password ON password.account_id = account.id
     WHERE lookup = $1`,
    [lookup],
  );
  if (!row) return null;
  const { passwordHash, passwordChangedAt, ...account } = row;
  return { account, passwordHash, passwordChangedAt };
}

export async function findPasswordHash(tx: EntityManager, accountId: Account['id']): Promise<string | null> {
  return (await tx.findOneBy(PasswordRow, { accountId }))?.hash ?? null;
}

export async function insertPassword(
  tx: EntityManager,
  password: { readonly accountId: Account['id']; readonly hash: string; readonly changedAt: Date },
): Promise<void> {
  await tx.insert(PasswordRow, { ...password });
}

export async function savePassword(
  tx: EntityManager,
  { id: accountId }: LockedAccount,
  hash: string,
  changedAt: Date,
): Promise<void> {
  await tx.update(PasswordRow, { accountId }, { hash, changedAt });
}

/** The same password, hashed anew. */
export async function savePasswordHash(
  tx: EntityManager,
  { id: accountId }: LockedAccount,
  hash: string,
): Promise<void> {
  await tx.update(PasswordRow, { accountId }, { hash });
}
