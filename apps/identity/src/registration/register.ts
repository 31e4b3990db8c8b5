import { err, newId, ok, type Clock, type Result } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import { isUniqueViolation, onceOnly, type IdempotencyKeyReused, type UnitOfWork } from '@bindery/persistence';
import type { Account } from '../accounts/account.rules';
import type { Overloaded, PhoneTaken, ProofRejected } from '../passwords/password.errors';
import { checkIdempotencyKey } from '../domain/idempotency-key';
import {
  checkRegistration,
  type Registration,
  type RegistrationForm,
  type RegistrationRefused,
} from './registration.rules';
import type { Accounts } from '../accounts/account.repository';
import type { PasswordHashing } from '../passwords/password-hashing';
import type { PhoneProofs } from '../proofs/phone-proofs';

export interface RegisterCommand extends RegistrationForm {
  readonly idempotencyKey: string;
  readonly proof: string;
}

export type RegisterError = RegistrationRefused | ProofRejected | PhoneTaken | Overloaded | IdempotencyKeyReused;

export type Register = (command: RegisterCommand) => Promise<Result<Account, RegisterError>>;

export interface RegisterDeps {
  readonly unitOfWork: UnitOfWork;
  readonly accounts: Accounts;
  readonly hashing: PasswordHashing;
  readonly proofs: PhoneProofs;
  readonly clock: Clock;
}

/** Makes an account for a phone that was proved before: there is no account with an unproved phone, not even for a moment. */
export function createRegister({ unitOfWork, accounts, hashing, proofs, clock }: RegisterDeps): Register {
  /** The slow hash is made before the transaction, and only for who has a good proof. */
  async function prepare(
    { phone, password }: Registration,
    token: string,
  ): Promise<Result<{ proofId: string; passwordHash: string }, ProofRejected | Overloaded>> {
    const proof = await proofs.check(token, 'REGISTER', phone);
    if (!proof.ok) return proof;
    const passwordHash = await hashing.hash(password);
    return passwordHash.ok ? ok({ proofId: proof.value, passwordHash: passwordHash.value }) : passwordHash;
  }

  return async (command) => {
    const key = checkIdempotencyKey(command.idempotencyKey);
    if (!key.ok) return key;
    const checked = checkRegistration(command);
    if (!checked.ok) return checked;
    const registration = checked.value;
    const { phone, displayName, locale } = registration;
    // Not refused yet: a repetition gets its first answer even when the proof is used up or over by now.
    const prepared = await prepare(registration, command.proof);
    const request = { displayName, locale, password: hashing.digestOf(registration.password) };

    const once = { owner: accounts.lookupOf(phone), operation: 'register', key: key.value, request };

    async function register(tx: EntityManager): Promise<Result<Account['id'], RegisterError>> {
      if (!prepared.ok) return prepared;
      if (await accounts.findByPhone(tx, phone)) return err({ kind: 'PHONE_TAKEN' });
      const createdAt = clock.now();
      const id = newId('account', createdAt.getTime());
      const burned = await proofs.burn(tx, prepared.value.proofId, id);
      if (!burned.ok) return burned;
      await accounts.add(tx, { id, displayName, locale, createdAt, phone, passwordHash: prepared.value.passwordHash });
      return ok(id);
    }

    return unitOfWork
      .run(async (tx): Promise<Result<Account, RegisterError>> => {
        const id = await onceOnly(tx, once, () => register(tx));
        return id.ok ? ok(await accountOf(tx, id.value)) : id;
      })
      .catch(toPhoneTaken);
  };

  async function accountOf(tx: EntityManager, id: Account['id']): Promise<Account> {
    const account = await accounts.find(tx, id);
    if (!account) throw new Error('an account that was registered is gone');
    return account;
  }
}

/** Two registrations of one phone at once, each with a proof of its own: the second to write finds the first. */
function toPhoneTaken(error: unknown): Result<never, PhoneTaken> {
  if (isUniqueViolation(error, 'contact_point_lookup')) return err({ kind: 'PHONE_TAKEN' });
  throw error;
}
