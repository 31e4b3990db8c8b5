import type { EntityManager } from 'typeorm';
import type { Account } from './account.rules';
import { listContactPoints } from './contact-point.repository';
import type { ContactVault } from './contact-vault';

/** The phone that an account logs in with, in E.164; undefined for an account that is gone. */
export type ReadPhone = (accountId: Account['id']) => Promise<string | undefined>;

export function createReadPhone({ db, vault }: { db: EntityManager; vault: ContactVault }): ReadPhone {
  return async (accountId) => {
    const [contactPoints] = await listContactPoints(db, [accountId]);
    const phone = contactPoints?.find(({ channel }) => channel === 'SMS');
    return phone && vault.open(phone.sealedAddress);
  };
}
