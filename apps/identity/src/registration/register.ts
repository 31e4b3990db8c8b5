import type { EntityManager } from 'typeorm';
import { err, newId, ok, type Clock, type Result } from '@bindery/kernel';
import type { DeviceTokens } from '@bindery/trust';
import { checkIdempotencyKey, isUniqueViolation, type Once, type OnceRefusal } from '@bindery/persistence';
import type { SecurityLog } from '@bindery/service';
import type { Countries } from '@bindery/values';
import { findAccount, findAccountByLookup, type Account, type LookupOf, type OpenAccount } from '../accounts';
import { checkInstallationId } from '../devices';
import type { KnownAddresses } from '../known-addresses';
import { insertPassword, type HashProvedPassword, type Overloaded, type PasswordHashing } from '../passwords';
import type { PhoneProofs, ProofRejected } from '../proofs';
import type { PhoneTaken } from './registration.errors';
import { checkRegistration, type RegistrationForm, type RegistrationRefused } from './registration.rules';

export interface RegisterCommand extends RegistrationForm {
  readonly idempotencyKey: string;
  readonly proof: string;
  /** Of the app that asks, where it says so. */
  readonly installationId?: string | null;
  readonly clientAddress: string;
}

export interface Registered {
  readonly account: Account;
  /** Of the installation that asked, if it said which. */
  readonly deviceToken: string | null;
}

export type RegisterError = RegistrationRefused | ProofRejected | PhoneTaken | Overloaded | OnceRefusal;

export type Register = (command: RegisterCommand) => Promise<Result<Registered, RegisterError>>;

export interface RegisterDeps {
  readonly once: Once;
  readonly lookupOf: LookupOf;
  readonly openAccount: OpenAccount;
  readonly proofs: PhoneProofs;
  readonly hashing: Pick<PasswordHashing, 'digestOf'>;
  readonly hashProvedPassword: HashProvedPassword;
  readonly knownAddresses: Pick<KnownAddresses, 'note'>;
  readonly deviceTokens: DeviceTokens;
  readonly clock: Clock;
  readonly security: Pick<SecurityLog, 'record'>;
  /** Whose mobile numbers can have an account. */
  readonly countries: Countries;
}

/** Makes an account for a phone that was proved before: there is no account with an unproved phone, not even for a moment. */
export function createRegister({
  once,
  lookupOf,
  openAccount,
  proofs,
  hashing,
  hashProvedPassword,
  knownAddresses,
  deviceTokens,
  clock,
  security,
  countries,
}: RegisterDeps): Register {
  return async ({ idempotencyKey, proof, installationId, clientAddress, ...form }) => {
    const key = checkIdempotencyKey(idempotencyKey);
    if (!key.ok) return key;
    const checked = checkRegistration(form, countries);
    if (!checked.ok) return checked;
    const installation = installationId ? checkInstallationId(installationId, 'installationId') : ok(null);
    if (!installation.ok) return installation;
    const { phone, password, displayName, locale, timeZone } = checked.value;
    // Not refused yet: a repetition gets its first answer even when the proof is used up or over by now.
    const prepared = await hashProvedPassword('REGISTER', { phone, password, proof, personal: [phone, displayName] });
    const owner = lookupOf(phone);
    const request = {
      displayName,
      locale,
      ...(timeZone !== null && { timeZone }),
      password: hashing.digestOf(password),
      proof,
    };

    async function register(tx: EntityManager): Promise<Result<Account['id'], RegisterError>> {
      if (!prepared.ok) return prepared;
      if (await findAccountByLookup(tx, owner)) return err({ kind: 'PHONE_TAKEN' });
      const createdAt = clock.now();
      const id = newId('account', createdAt.getTime());
      const burned = await proofs.burn(tx, prepared.value.proofId, id);
      if (!burned.ok) return burned;
      await openAccount(tx, { id, displayName, locale, timeZone, createdAt, phone });
      await insertPassword(tx, { accountId: id, hash: prepared.value.passwordHash, changedAt: createdAt });
      await knownAddresses.note(tx, id, clientAddress);
      return ok(id);
    }

    const present = async (tx: EntityManager, id: Account['id']): Promise<Registered> => ({
      account: await readAccount(tx, id),
      deviceToken:
        installation.value && (await deviceTokens.issue({ accountId: id, device: installation.value }, clock.now())),
    });
    const registered = await once({ owner, operation: 'register', idempotencyKey, request }, register, present).catch(
      toPhoneTaken,
    );
    if (registered.ok) security.record('account-opened', { userId: registered.value.account.id });
    return registered;
  };
}

async function readAccount(tx: EntityManager, id: Account['id']): Promise<Account> {
  const account = await findAccount(tx, id);
  if (!account) throw new Error('an account that was registered is gone');
  return account;
}

/** Two registrations of one phone at once, each with a proof of its own: the second to write finds the first. */
function toPhoneTaken(error: unknown): Result<never, PhoneTaken> {
  if (isUniqueViolation(error, 'contact_point_lookup')) return err({ kind: 'PHONE_TAKEN' });
  throw error;
}
