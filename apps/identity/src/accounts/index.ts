import { createLoadTimeZone, type Feature, type FeatureClasses, type Foundation } from '@bindery/subgraph';
import { createAccountJournal } from './account-journal';
import { AccountRow } from './account.entity';
import { findAccount } from './account.repository';
import { AccountResolver } from './account.resolver';
import { ContactPointRow } from './contact-point.entity';
import { createContactVault, type ContactSecrets } from './contact-vault';
import { createListContactPoints } from './list-contact-points';
import { createOpenAccount } from './open-account';
import { createReadPhone } from './read-phone';

export type { AccountFact, AccountJournal } from './account-journal';
export { toAccountType } from './account.mapper';
export {
  findAccount,
  findAccountByLookup,
  lockAccount,
  saveProfile,
  saveStanding,
  type LockedAccount,
} from './account.repository';
export { accountLocales, displayNameMax, type Account, type AccountLocale } from './account.rules';
export { AccountType, type CurrentSession } from './account.type';
export { countContactPointsSince } from './contact-point.repository';
export { checkLine } from './line.rules';
export type { OpenAccount } from './open-account';
export type { MobileNumberNeeded, PhoneInvalid } from './phone.errors';
export { mobilePhoneProblems, PhoneInvalidError, phoneProblems } from './phone.problems';
export { checkMobilePhone } from './phone.rules';
export type { ReadPhone } from './read-phone';

export const accountsClasses = {
  resolvers: [AccountResolver],
  entities: [AccountRow, ContactPointRow],
} satisfies FeatureClasses;

/** Names a phone where the number itself must not stand: a keyed hash. */
export type LookupOf = (phone: string) => string;

/** Who there is: accounts, where they can be reached, and what happened to them. */
export function createAccounts(
  { db, outbox, clock }: Pick<Foundation, 'db' | 'outbox' | 'clock'>,
  secrets: ContactSecrets,
) {
  const vault = createContactVault(secrets);
  const journal = createAccountJournal({ outbox, clock });
  const lookupOf: LookupOf = (phone) => vault.lookupOf('SMS', phone);
  return {
    journal,
    lookupOf,
    openAccount: createOpenAccount({ vault, journal }),
    readPhone: createReadPhone({ db, vault }),
    feature: {
      resolvers: [new AccountResolver(createListContactPoints({ db, vault }))],
      loadTimeZone: createLoadTimeZone(async (id) => (await findAccount(db, id))?.timeZone ?? null),
    } satisfies Feature,
  };
}
