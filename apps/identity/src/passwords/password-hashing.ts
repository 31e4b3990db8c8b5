import { createHmac, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { ok, type Result } from '@bindery/kernel';
import type { Overloaded } from './password.errors';
import { normalisePassword } from './password.rules';
import type { HashGate } from './hash-gate';

export interface PasswordHashing {
  /** PHC text of argon2id with a salt of its own. */
  hash(password: string): Promise<Result<string, Overloaded>>;
  /** Whether a hash was made at today's cost; another is to be renewed when its password is next known to be right. */
  isCurrent(passwordHash: string): boolean;
  /**
   * Whether the password fits the hash. Without a hash (nobody has that phone) it does the same work and
   * answers no; so it does for a hash of a former cost, which would else be known by its time. `admit` runs when the turn has come, just
   * before the work: what it refuses is not looked at. Who `isKnown` has a place that strangers cannot take.
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
  readonly costs?: HashCosts;
}

/** What one hash costs. */
export interface HashCost {
  /** KiB. */
  readonly memoryCost: number;
  /** Passes. */
  readonly timeCost: number;
  /** Lanes. */
  readonly parallelism: number;
}

/** The cost of new hashes, then those that hashes of accounts may still have. */
export type HashCosts = readonly [HashCost, ...HashCost[]];

/** The slow functions themselves; a test puts in some that count. */
export interface Argon2 {
  readonly hash: typeof hash;
  readonly verify: typeof verify;
}

/**
 * OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane. A new cost goes in front of the ones before. While
 * there are several, each login does the work of all, so that it takes the same time whose ever the phone is; the hash of who
 * gets in is renewed. Take an old one away when the accounts that have not logged in since may reset their password.
 */
const hashCosts: HashCosts = [{ memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 }];

/** argon2id: the library's number of it, and its default. */
const algorithm = 2;

export function createPasswordHashing({
  gate,
  knownGate,
  pepper,
  argon2 = { hash, verify },
  costs = hashCosts,
}: PasswordHashingOptions): PasswordHashing {
  const optionsOf = (cost: HashCost) => ({ ...cost, algorithm, secret: pepper });
  const nobodysHashes = costs.map((cost) => ({ cost, hash: argon2.hash(randomBytes(32), optionsOf(cost)) }));
  // Looked at by the first verification; until then a failure must not count as unhandled.
  for (const { hash: nobodys } of nobodysHashes) nobodys.catch(() => undefined);

  /** Does the work of every cost, whichever the hash was made at. */
  async function fits(password: string, passwordHash: string | undefined): Promise<boolean> {
    const fitting = passwordHash !== undefined && (await argon2.verify(passwordHash, password, { secret: pepper }));
    for (const nobodys of nobodysHashes) {
      if (passwordHash === undefined || !isMadeAt(nobodys.cost, passwordHash))
        await argon2.verify(await nobodys.hash, password, { secret: pepper });
    }
    return fitting;
  }

  async function runKnown<T>(work: () => Promise<T>): Promise<Result<T, Overloaded>> {
    const done = await gate.run(work);
    return done.ok ? done : knownGate.run(work);
  }

  return {
    hash: (password) => runKnown(() => argon2.hash(normalisePassword(password), optionsOf(costs[0]))),

    isCurrent: (passwordHash) => isMadeAt(costs[0], passwordHash),

    async verify(password, passwordHash, admit, isKnown = false) {
      const outcome = await (isKnown ? runKnown : gate.run)(async () => {
        const admission = await admit();
        if (!admission.ok) return admission;
        const matches = await fits(normalisePassword(password), passwordHash);
        return ok({ matches, admission: admission.value });
      });
      return outcome.ok ? outcome.value : outcome;
    },

    digestOf: (password) =>
      createHmac('sha256', pepper)
        .update(`request ${normalisePassword(password)}`)
        .digest('base64url'),
  };
}

/** As the PHC text of a hash says. */
const isMadeAt = ({ memoryCost, timeCost, parallelism }: HashCost, passwordHash: string): boolean =>
  passwordHash.startsWith(`$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$`);
