import type { Id } from '@bindery/kernel';
import { IsNull, Not, type EntityManager } from 'typeorm';
import { KnownDisputeRow } from './known-dispute.entity';
import type { KnownDispute } from './known-dispute.rules';

/** Keeps what an event told of a dispute; false when something as new or newer is known. */
export async function saveKnownDispute(tx: EntityManager, dispute: KnownDispute): Promise<boolean> {
  const { id, bindingId, accountId, about, waitsFor, deadline, sequence } = dispute;
  const kept: unknown[] = await tx.query(
    `INSERT INTO known_dispute AS known (id, binding_id, account_id, about, waits_for, deadline, sequence)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (id) DO UPDATE SET waits_for = excluded.waits_for, deadline = excluded.deadline, sequence = excluded.sequence
     WHERE known.sequence < excluded.sequence
     RETURNING id`,
    [id, bindingId, accountId, about, waitsFor, deadline, sequence],
  );
  return kept.length === 1;
}

/** The card is back: no proof is waited for any more. */
export async function saveProofsDone(tx: EntityManager, bindingId: Id<'binding'>): Promise<void> {
  await tx.update(KnownDisputeRow, { bindingId, waitsFor: 'PROOF' }, { waitsFor: null });
}

/** Whether a dispute about a binding waits for something. */
export const hasWaitingDispute = (db: EntityManager, bindingId: Id<'binding'>): Promise<boolean> =>
  db.existsBy(KnownDisputeRow, { bindingId, waitsFor: Not(IsNull()) });

/** Disputes of an account that wait: a decision until it is there, however late; a proof until its deadline. A hundred at most. */
export async function listWaitingDisputes(
  db: EntityManager,
  accountId: Id<'account'>,
  now: Date,
): Promise<KnownDispute[]> {
  return db.query(
    `SELECT id, binding_id AS "bindingId", account_id AS "accountId", about, waits_for AS "waitsFor", deadline, sequence::float8 AS sequence
     FROM known_dispute WHERE account_id = $1 AND waits_for IS NOT NULL AND (waits_for = 'DECISION' OR deadline > $2)
     ORDER BY deadline, id LIMIT 100`,
    [accountId, now],
  );
}
