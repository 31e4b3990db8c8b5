import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { err, invalidField, ok, type InvalidInput, type Result } from '@bindery/kernel';
import { runPrepared, sendPrepared } from './prepared-statement';
import type { UnitOfWork } from './unit-of-work';

/** Made by the client, new for each thing it wants done: so many of A-Z a-z 0-9 _ -. */
const [keyMin, keyMax] = [16, 64];

/** `once` looks itself; ahead of it only where something comes before that cannot be taken back, e.g. a counted guess. */
export function checkIdempotencyKey(key: string): Result<string, InvalidInput> {
  if (!/^[\w-]*$/.test(key)) return err(invalidField('idempotencyKey', 'CHARACTERS'));
  if (key.length < keyMin) return err(invalidField('idempotencyKey', 'TOO_SHORT', keyMin));
  return key.length > keyMax ? err(invalidField('idempotencyKey', 'TOO_LONG', keyMax)) : ok(key);
}

/** How long a repeated request finds the first one's answer; a key may be used anew after that. */
const retentionHours = 24;

export const idempotencyTableUp = [
  `CREATE TABLE idempotency_key (
     owner text NOT NULL,
     operation text NOT NULL,
     key text NOT NULL,
     request_hash text NOT NULL,
     response jsonb,
     created_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (owner, operation, key)
   )`,
  'CREATE INDEX idempotency_key_created_at ON idempotency_key (created_at)',
];
export const idempotencyTableDown = ['DROP TABLE idempotency_key'];

/** A command as it is told apart from others and recognised when it is repeated (requirement 7). */
export interface OnceRequest {
  /** Whose key it is: an account id, or what else names the caller. */
  readonly owner: string;
  /** The name of the mutation. */
  readonly operation: string;
  readonly idempotencyKey: string;
  /**
   * All that is asked, in plain JSON: whoever repeats the key with anything else is refused. Kept as a hash only, so a proof's token may be in it;
   * what could be found out from its hash, a password or phone, only as a keyed digest.
   */
  readonly request: unknown;
}

export interface IdempotencyKeyReused {
  readonly kind: 'IDEMPOTENCY_KEY_REUSED';
}

/** What `once` itself may refuse. */
export type OnceRefusal = InvalidInput | IdempotencyKeyReused;

/**
 * Runs a command in one transaction, once for its key: a repetition gets the first answer, which must be plain JSON;
 * the same key with another request is refused; one in parallel waits for the first. A refusal takes back what was written,
 * the claim of the key too, so that the same may be tried again. `present`, where given, reads in the
 * same transaction what is shown of the answer, also of a repeated one, and is not kept.
 */
export interface Once {
  <T, E>(request: OnceRequest, work: Work<T, E>): Promise<Result<T, E | OnceRefusal>>;
  <T, E, Shown>(
    request: OnceRequest,
    work: Work<T, E>,
    present: (tx: EntityManager, value: T) => Promise<Shown>,
  ): Promise<Result<Shown, E | OnceRefusal>>;
}

type Work<T, E> = (tx: EntityManager) => Promise<Result<T, E>>;

class RolledBack<E> extends Error {
  constructor(readonly refusal: E) {
    super('refused');
  }
}

export function createOnce(unitOfWork: UnitOfWork): Once {
  return async <T, E>(
    request: OnceRequest,
    work: Work<T, E>,
    present: (tx: EntityManager, value: T) => Promise<T> = (_tx, value) => Promise.resolve(value),
  ): Promise<Result<T, E | OnceRefusal>> => {
    const key = checkIdempotencyKey(request.idempotencyKey);
    if (!key.ok) return key;
    try {
      return await unitOfWork.run(async (tx): Promise<Result<T, E | OnceRefusal>> => {
        const result = await claimed(tx, request, work);
        if (!result.ok) throw new RolledBack(result.error);
        return ok(await present(tx, result.value));
      });
    } catch (error) {
      if (error instanceof RolledBack) return err(error.refusal as E | OnceRefusal);
      throw error;
    }
  };
}

/** Does `work` if nobody holds the key, and keeps its answer. */
async function claimed<T, E>(
  tx: EntityManager,
  { owner, operation, idempotencyKey, request }: OnceRequest,
  work: Work<T, E>,
): Promise<Result<T, E | OnceRefusal>> {
  const hash = createHash('sha256').update(JSON.stringify(request)).digest('base64url');
  const place = [owner, operation, idempotencyKey];
  const { rowCount } = await runPrepared(tx, claim, [...place, hash]);
  if (rowCount === 0) {
    const { rows } = await runPrepared<{ request_hash: string; response: T }>(tx, find, place);
    return rows[0]?.request_hash === hash ? ok(rows[0].response) : err({ kind: 'IDEMPOTENCY_KEY_REUSED' });
  }
  const result = await work(tx);
  if (result.ok) await sendPrepared(tx, keep, [...place, JSON.stringify(result.value)]);
  return result;
}

const where = 'WHERE owner = $1 AND operation = $2 AND key = $3';
const claim = {
  name: 'claim idempotency key',
  text: `INSERT INTO idempotency_key (owner, operation, key, request_hash) VALUES ($1, $2, $3, $4)
    ON CONFLICT (owner, operation, key) DO UPDATE SET request_hash = excluded.request_hash, response = NULL, created_at = now()
    WHERE idempotency_key.created_at < now() - interval '${retentionHours} hours'`,
};
const find = { name: 'find idempotency key', text: `SELECT request_hash, response FROM idempotency_key ${where}` };
const keep = { name: 'keep answer of idempotency key', text: `UPDATE idempotency_key SET response = $4 ${where}` };

/** Deletes keys past their retention; run by a daily job. Answers how many. */
export async function pruneIdempotencyKeys(tx: EntityManager): Promise<number> {
  const [, count]: [unknown[], number] = await tx.query(
    `DELETE FROM idempotency_key WHERE created_at < now() - interval '${retentionHours} hours'`,
  );
  return count;
}
