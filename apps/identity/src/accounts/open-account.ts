import type { EntityManager } from 'typeorm';
import { newId } from '@bindery/kernel';
import { defaultTimeZone } from '@bindery/localisation';
import type { AccountJournal } from './account-journal';
import { insertAccount } from './account.repository';
import type { Account } from './account.rules';
import { insertContactPoint } from './contact-point.repository';
import type { ContactVault } from './contact-vault';

export interface NewAccount extends Pick<Account, 'id' | 'displayName' | 'locale' | 'createdAt'> {
  /** Null where none is named: then it is as for most holders, and nobody has to hear of it. */
  readonly timeZone: string | null;
  readonly phone: string;
}

/** Throws a unique violation of `contact_point_lookup` when the phone has an account. */
export type OpenAccount = (tx: EntityManager, account: NewAccount) => Promise<void>;

/** The account with its first contact point and the zone it names, all told as facts. */
export function createOpenAccount({ vault, journal }: { vault: ContactVault; journal: AccountJournal }): OpenAccount {
  return async (tx, { id, displayName, locale, timeZone, createdAt, phone }) => {
    const channel = 'SMS';
    const contactPointId = newId('contact_point', createdAt.getTime());
    const sealedAddress = await vault.seal(phone);
    const account = await insertAccount(tx, {
      id,
      displayName,
      locale,
      timeZone: timeZone ?? defaultTimeZone,
      createdAt,
    });
    await insertContactPoint(tx, {
      id: contactPointId,
      accountId: id,
      channel,
      lookup: vault.lookupOf(channel, phone),
      sealedAddress,
      confirmedAt: createdAt,
    });
    await journal.record(tx, account, [
      { type: 'bindery.account.registered.v1', data: { locale } },
      { type: 'bindery.account.contact-point-confirmed.v1', data: { contactPointId, channel, sealedAddress } },
      ...(timeZone === null ? [] : [{ type: 'bindery.account.time-zone-changed.v1', data: { timeZone } } as const]),
    ]);
  };
}
