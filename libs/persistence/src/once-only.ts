import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { err, ok, type Result } from '@bindery/kernel';
import { runPrepared, sendPrepared } from './prepared-statement';

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

export interface IdempotentRequest {
  /** Whose key it is: an account id, or what else names the caller. */
  readonly owner: string;
  readonly operation: string;
  /** Chosen by the client, new for each thing it wants done. */
  readonly key: string;
  /** What is asked, without secrets that differ between retries; compared by hash. */
  readonly request: unknown;
}

export interface IdempotencyKeyReused {
  readonly kind: 'IDEMPOTENCY_KEY_REUSED';
}

/**
 * Does `work` once for each key, in the caller's transaction: a repetition gets the first answer (which must
 * be plain JSON), one that asks for something else is refused, and one in parallel waits for the first.
 * A refusal is not kept: nothing was done, so the same key may be tried again (requirement 7).
 */
export async function onceOnly<T, E>(
  tx: EntityManager,
  { owner, operation, key, request }: IdempotentRequest,
  work: () => Promise<Result<T, E>>,
): Promise<Result<T, E | IdempotencyKeyReused>> {
  const hash = createHash('sha256').update(JSON.stringify(request)).digest('base64url');
  const place = [owner, operation, key];
  const { rowCount } = await runPrepared(tx, claim, [...place, hash]);
  if (rowCount === 0) {
    const { rows } = await runPrepared<{ request_hash: string; response: T }>(tx, find, place);
    return rows[0]?.request_hash === hash ? ok(rows[0].response) : err({ kind: 'IDEMPOTENCY_KEY_REUSED' });
  }
  const result = await work();
  if (result.ok) await sendPrepared(tx, keep, [...place, JSON.stringify(result.value)]);
  else await sendPrepared(tx, forget, place);
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
const forget = { name: 'forget idempotency key', text: `DELETE FROM idempotency_key ${where}` };

/** Deletes keys past their retention; run by a daily job. Answers how many. */
export async function pruneIdempotencyKeys(tx: EntityManager): Promise<number> {
  const [, count]: [unknown[], number] = await tx.query(
    `DELETE FROM idempotency_key WHERE created_at < now() - interval '${retentionHours} hours'`,
  );
  return count;
}
