import { createHmac, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { ok, type Result } from '@bindery/kernel';
import type { Overloaded } from './password.errors';
import { normalisePassword } from './password.rules';
import type { HashGate } from './hash-gate';

export interface PasswordHashing {
  /** PHC text of argon2id with a salt of its own. */
  hash(password: string): Promise<Result<string, Overloaded>>;
  /**
   * Whether the password fits the hash. Without a hash (nobody has that phone) it does the same work and
   * answers no. `admit` runs when the turn has come, just before the work: what it refuses is not looked at. Who `isKnown` has a
   * place that strangers cannot take.
   */
  verify<A, E>(
    password: string,
    passwordHash: string | undefined,
    admit: () => Promise<Result<A, E>>,
    isKnown?: boolean,
  ): Promise<Result<{ matches: boolean; admission: A }, E | Overloaded>>;
  /** The same text for the same password, of no use without our key: to tell whether two requests ask the same. */
  digestOf(password: string): string;
}

export interface PasswordHashingOptions {
  readonly gate: HashGate;
  /** For those who are known, or have proved their phone, when the other is full. */
  readonly knownGate: HashGate;
  /** 32 bytes that are in no database: a stolen table alone cannot be guessed at (NIST SP 800-63B-4, 3.1.1.2). */
  readonly pepper: Uint8Array;
  readonly argon2?: Argon2;
}

/** The slow functions themselves; a test puts in some that count. */
export interface Argon2 {
  readonly hash: typeof hash;
  readonly verify: typeof verify;
}

/** OWASP Password Storage Cheat Sheet: argon2id (2, the library's default) with 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1, algorithm: 2 };

export function createPasswordHashing({
  gate,
  knownGate,
  pepper,
  argon2 = { hash, verify },
}: PasswordHashingOptions): PasswordHashing {
  const options = { ...cost, secret: pepper };
  const nobodysHash = argon2.hash(randomBytes(32), options);
  // Looked at by the first verification; until then a failure must not count as unhandled.
  nobodysHash.catch(() => undefined);

  async function runKnown<T>(work: () => Promise<T>): Promise<Result<T, Overloaded>> {
    const done = await gate.run(work);
    return done.ok ? done : knownGate.run(work);
  }

  return {
    hash: (password) => runKnown(() => argon2.hash(normalisePassword(password), options)),

    async verify(password, passwordHash, admit, isKnown = false) {
      const outcome = await (isKnown ? runKnown : gate.run)(async () => {
        const admission = await admit();
        if (!admission.ok) return admission;
        const fits = await argon2.verify(passwordHash ?? (await nobodysHash), normalisePassword(password), options);
        return ok({ matches: fits && passwordHash !== undefined, admission: admission.value });
      });
      return outcome.ok ? outcome.value : outcome;
    },

    digestOf: (password) =>
      createHmac('sha256', pepper)
        .update(`request ${normalisePassword(password)}`)
        .digest('base64url'),
  };
}
