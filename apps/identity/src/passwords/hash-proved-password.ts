import { ok, type Id, type Result } from '@bindery/kernel';
import type { PhoneProofs, ProofRejected } from '../proofs';
import type { Overloaded } from './password.errors';
import type { PasswordHashing } from './password-hashing';

export interface ProvedPassword {
  readonly phone: string;
  readonly password: string;
  readonly proof: string;
}

/** What a new password needs before its transaction begins: the slow hash, made only for who has a good proof. */
export type HashProvedPassword = (
  action: Parameters<PhoneProofs['check']>[1],
  given: ProvedPassword,
) => Promise<Result<{ readonly proofId: Id<'proof'>; readonly passwordHash: string }, ProofRejected | Overloaded>>;

export function createHashProvedPassword({
  proofs,
  hashing,
}: {
  proofs: PhoneProofs;
  hashing: PasswordHashing;
}): HashProvedPassword {
  return async (action, { phone, password, proof: token }) => {
    const proof = await proofs.check(token, action, phone);
    if (!proof.ok) return proof;
    const passwordHash = await hashing.hash(password);
    return passwordHash.ok ? ok({ proofId: proof.value, passwordHash: passwordHash.value }) : passwordHash;
  };
}
