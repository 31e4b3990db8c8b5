import type { EntityManager } from 'typeorm';
import { waitingPhases, type KnownBinding, type WaitingBinding } from '../waiting/waiting.rules';

const columns = 'id, account_id AS "accountId", phase, kind, deadline, sequence::float8 AS sequence';

export const knownBindingRepository = {
  /**
   * Keeps what an event told of a binding; false when something as new or newer is known. A deadline holds as
   * long as its phase: facts within the phase do not repeat it.
   */
  async keep(tx: EntityManager, { id, accountId, phase, kind, deadline, sequence }: KnownBinding): Promise<boolean> {
    const kept: unknown[] = await tx.query(
      `INSERT INTO known_binding AS known (id, account_id, phase, kind, deadline, sequence) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (id) DO UPDATE SET
         phase = excluded.phase,
         deadline = coalesce(excluded.deadline, CASE WHEN known.phase = excluded.phase THEN known.deadline END),
         sequence = excluded.sequence
       WHERE known.sequence < excluded.sequence
       RETURNING id`,
      [id, accountId, phase, kind, deadline, sequence],
    );
    return kept.length === 1;
  },

  async find(session: EntityManager, id: string): Promise<KnownBinding | undefined> {
    const [row]: KnownBinding[] = await session.query(`SELECT ${columns} FROM known_binding WHERE id = $1`, [id]);
    return row;
  },

  /** The account's bindings that wait for their holder, a hundred at most. */
  async listWaiting(session: EntityManager, accountId: string): Promise<WaitingBinding[]> {
    return session.query(
      `SELECT ${columns} FROM known_binding WHERE account_id = $1 AND phase = ANY ($2) ORDER BY deadline NULLS LAST, id LIMIT 100`,
      [accountId, [...waitingPhases]],
    );
  },
};
