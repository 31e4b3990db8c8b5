import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import type { KnownRemoval } from './known-removal.rules';

/** Keeps that a card was taken off elsewhere, or that this is over; false when something as new or newer is known. */
export async function saveKnownRemoval(tx: EntityManager, removal: KnownRemoval): Promise<boolean> {
  const { bindingId, accountId, kindName, removalVersion, answerBy, isOver } = removal;
  const kept: unknown[] = await tx.query(
    `INSERT INTO known_removal AS known (binding_id, account_id, kind_name, removal_version, answer_by, is_over)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (binding_id) DO UPDATE SET
       kind_name = coalesce(excluded.kind_name, known.kind_name),
       removal_version = excluded.removal_version,
       answer_by = excluded.answer_by,
       is_over = excluded.is_over
     WHERE known.removal_version < excluded.removal_version
        OR (known.removal_version = excluded.removal_version AND excluded.is_over AND NOT known.is_over)
     RETURNING binding_id`,
    [bindingId, accountId, kindName, removalVersion, answerBy, isOver],
  );
  return kept.length === 1;
}

/** Removals of an account that wait for its answer, the soonest deadline first. A hundred at most. */
export const listOpenRemovals = (db: EntityManager, accountId: Id<'account'>, now: Date): Promise<KnownRemoval[]> =>
  db.query(
    `SELECT binding_id AS "bindingId", account_id AS "accountId", kind_name AS "kindName", removal_version::float8 AS "removalVersion",
       answer_by AS "answerBy", is_over AS "isOver"
     FROM known_removal WHERE account_id = $1 AND NOT is_over AND (answer_by IS NULL OR answer_by > $2)
     ORDER BY answer_by NULLS LAST, binding_id LIMIT 100`,
    [accountId, now],
  );
