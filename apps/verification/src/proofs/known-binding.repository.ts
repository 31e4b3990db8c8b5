import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import type { Phase } from '@bindery/card-lifecycle';
import { KnownBindingRow } from './known-binding.entity';
import type { KnownBinding } from './known-binding.rules';

/**
 * Keeps what an event told of a binding; false when something as new or newer is known. A deadline holds as
 * long as its phase: facts within the phase do not repeat it.
 */
export async function saveKnownBinding(
  tx: EntityManager,
  { id, accountId, phase, kind, kindName, deadline, succession, restorableUntil, sequence }: KnownBinding,
): Promise<boolean> {
  const kept: unknown[] = await tx.query(
    `INSERT INTO known_binding AS known (id, account_id, phase, kind, kind_name, deadline, succession, sequence, restorable_until)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (id) DO UPDATE SET
       phase = excluded.phase,
       kind_name = coalesce(excluded.kind_name, known.kind_name),
       deadline = coalesce(excluded.deadline, CASE WHEN known.phase = excluded.phase THEN known.deadline END),
       succession = coalesce(excluded.succession, known.succession),
       restorable_until = coalesce(excluded.restorable_until, known.restorable_until),
       sequence = excluded.sequence
     WHERE known.sequence < excluded.sequence
     RETURNING id`,
    [id, accountId, phase, kind, kindName, deadline, succession, sequence, restorableUntil],
  );
  return kept.length === 1;
}

/** The clock of a restore stood while a dispute was open: its window ends later. */
export async function saveWindowMoved(tx: EntityManager, id: Id<'binding'>, until: Date): Promise<void> {
  await tx.query('UPDATE known_binding SET restorable_until = greatest(restorable_until, $2) WHERE id = $1', [
    id,
    until,
  ]);
}

export async function findKnownBinding(db: EntityManager, id: Id<'binding'>): Promise<KnownBinding | null> {
  return db.findOneBy(KnownBindingRow, { id });
}

/** The account's bindings in these phases, the soonest deadline first, a hundred at most. Each home screen asks for them: in SQL, at half of what TypeORM's reading costs. */
export async function listKnownBindings<Sought extends Phase>(
  db: EntityManager,
  accountId: Id<'account'>,
  phases: readonly Sought[],
): Promise<(KnownBinding & { readonly phase: Sought })[]> {
  return db.query(
    `SELECT id, account_id AS "accountId", phase, kind, kind_name AS "kindName", deadline, succession, restorable_until AS "restorableUntil", sequence::float8 AS sequence FROM known_binding
     WHERE account_id = $1 AND phase = ANY ($2) ORDER BY deadline NULLS LAST, id LIMIT 100`,
    [accountId, [...phases]],
  );
}
