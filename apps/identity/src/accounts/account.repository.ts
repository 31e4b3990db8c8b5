import type { EntityManager } from 'typeorm';
import { asLocked, type Locked } from '@bindery/persistence';
import { AccountRow } from './account.entity';
import type { Account, AccountStanding } from './account.rules';
import { ContactPointRow } from './contact-point.entity';

/** An account whose row this transaction holds, as every change of it needs. Only the functions here make one. */
export type LockedAccount = Locked<Account>;

export const findAccount = (tx: EntityManager, id: Account['id']): Promise<Account | null> =>
  tx.findOneBy(AccountRow, { id });

/** Takes the row's lock; waits for others who hold it. */
export async function lockAccount(tx: EntityManager, id: Account['id']): Promise<LockedAccount | null> {
  const row = await tx.findOne(AccountRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  return row && asLocked<Account>(row);
}

/** The account that has a contact point of this lookup. */
export const findAccountByLookup = (tx: EntityManager, lookup: string): Promise<Account | null> =>
  tx
    .createQueryBuilder(AccountRow, 'account')
    .innerJoin(ContactPointRow, 'contactPoint', 'contactPoint.accountId = account.id')
    .where('contactPoint.lookup = :lookup', { lookup })
    .getOne();

/** A new account is its transaction's own until that commits. */
export async function insertAccount(
  tx: EntityManager,
  account: Omit<Account, 'standing' | 'version'>,
): Promise<LockedAccount> {
  const made: Account = { ...account, standing: 'GOOD', version: 0 };
  await tx.insert(AccountRow, { ...made });
  return asLocked(made);
}

export async function saveStanding(tx: EntityManager, { id }: LockedAccount, standing: AccountStanding): Promise<void> {
  await tx.update(AccountRow, { id }, { standing });
}

export async function saveProfile(
  tx: EntityManager,
  { id }: LockedAccount,
  profile: Partial<Pick<Account, 'displayName' | 'locale' | 'timeZone'>>,
): Promise<void> {
  await tx.update(AccountRow, { id }, profile);
}

/** Throws when somebody else has counted on in between, which a lock that is held makes impossible. */
export async function saveVersion(tx: EntityManager, { id, version }: LockedAccount, by: number): Promise<void> {
  const { affected } = await tx.update(AccountRow, { id, version }, { version: version + by });
  if (affected !== 1) throw new Error('an account was changed by somebody else while its facts were written');
}
