import { ok, type Id, type Result } from '@bindery/kernel';
import type { PhoneProofs, ProofRejected } from '../proofs';
import type { Overloaded, PasswordTooWeak } from './password.errors';
import type { PasswordHashing } from './password-hashing';
import { judgePassword } from './password.rules';

export interface ProvedPassword {
  readonly phone: string;
  readonly password: string;
  readonly proof: string;
  /** What others know of its owner: words that do not make a password. */
  readonly personal: readonly string[];
}

/** What a new password needs before its transaction begins: the slow hash, made, as the password is judged, only for who has a good proof. */
export type HashProvedPassword = (
  action: Parameters<PhoneProofs['check']>[1],
  given: ProvedPassword,
) => Promise<
  Result<{ readonly proofId: Id<'proof'>; readonly passwordHash: string }, ProofRejected | PasswordTooWeak | Overloaded>
>;

export function createHashProvedPassword({
  proofs,
  hashing,
}: {
  proofs: PhoneProofs;
  hashing: PasswordHashing;
}): HashProvedPassword {
  return async (action, { phone, password, proof: token, personal }) => {
    const proof = await proofs.check(token, action, phone);
    if (!proof.ok) return proof;
    const judged = judgePassword(password, personal);
    if (!judged.ok) return judged;
    const passwordHash = await hashing.hash(password);
    return passwordHash.ok ? ok({ proofId: proof.value, passwordHash: passwordHash.value }) : passwordHash;
  };
}
