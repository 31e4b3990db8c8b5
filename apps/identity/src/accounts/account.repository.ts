import type { EntityManager } from 'typeorm';
import { newId } from '@bindery/kernel';
import type { Account } from './account.rules';
import type { ContactVault } from './contact-vault';
import { AccountEntity } from './account.entity';
import type { AccountFact, AccountJournal } from './account-journal';
import { ContactPointEntity } from './contact-point.entity';
import { PasswordEntity } from '../passwords/password.entity';

/** An account and what its password is checked against. */
export interface AccountHolder {
  readonly account: Account;
  readonly passwordHash: string;
}

export type NewAccount = Pick<Account, 'id' | 'displayName' | 'locale' | 'createdAt'> & {
  readonly phone: string;
  readonly passwordHash: string;
};

export interface Accounts {
  /** Names a phone where the number itself must not stand: a keyed hash. */
  lookupOf(phone: string): string;
  find(tx: EntityManager, id: string): Promise<Account | null>;
  findByPhone(tx: EntityManager, phone: string): Promise<AccountHolder | null>;
  /** Takes the row lock that every change of an account needs; waits for others who hold it. */
  lock(tx: EntityManager, id: string): Promise<AccountHolder | null>;
  /** Throws a unique violation of `contact_point_lookup` when the phone has an account. */
  add(tx: EntityManager, account: NewAccount): Promise<void>;
  setPassword(tx: EntityManager, id: string, hash: string, changedAt: Date): Promise<void>;
  setStanding(tx: EntityManager, id: string, standing: Account['standing']): Promise<void>;
  record(tx: EntityManager, account: Pick<Account, 'id' | 'version'>, facts: readonly AccountFact[]): Promise<void>;
}

export function createAccounts({ vault, journal }: { vault: ContactVault; journal: AccountJournal }): Accounts {
  const lookupOf = (phone: string) => vault.lookupOf('SMS', phone);

  return {
    lookupOf,
    record: journal.record,

    find: (tx, id) => tx.findOneBy(AccountEntity, { id }),

    /** One statement, found or not, so that its time does not tell. */
    async findByPhone(tx, phone) {
      const [row]: (Account & { passwordHash: string })[] = await tx.query(
        `SELECT account.id, display_name AS "displayName", locale, standing, version, created_at AS "createdAt", hash AS "passwordHash"
         FROM contact_point JOIN account ON account.id = contact_point.account_id JOIN password ON password.account_id = account.id
         WHERE lookup = $1`,
        [lookupOf(phone)],
      );
      if (!row) return null;
      const { passwordHash, ...account } = row;
      return { account, passwordHash };
    },

    async lock(tx, id) {
      const account = await tx.findOne(AccountEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      const password = account && (await tx.findOneBy(PasswordEntity, { accountId: id }));
      return account && password && { account, passwordHash: password.hash };
    },

    async add(tx, { id, displayName, locale, createdAt, phone, passwordHash }) {
      const contactPointId = newId('contact_point', createdAt.getTime());
      const sealedAddress = await vault.seal(phone);
      await tx.insert(AccountEntity, { id, displayName, locale, standing: 'GOOD', version: 0, createdAt });
      await tx.insert(PasswordEntity, { accountId: id, hash: passwordHash, changedAt: createdAt });
      await tx.insert(ContactPointEntity, {
        id: contactPointId,
        accountId: id,
        channel: 'SMS',
        lookup: lookupOf(phone),
        sealedAddress,
        confirmedAt: createdAt,
      });
      await journal.record(tx, { id, version: 0 }, [
        { type: 'bindery.account.registered.v1', data: { locale } },
        { type: 'bindery.account.contact-point-confirmed.v1', data: { contactPointId, channel: 'SMS', sealedAddress } },
      ]);
    },

    async setPassword(tx, accountId, hash, changedAt) {
      await tx.update(PasswordEntity, { accountId }, { hash, changedAt });
    },

    async setStanding(tx, id, standing) {
      await tx.update(AccountEntity, { id }, { standing });
    },
  };
}
